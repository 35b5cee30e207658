import type { PlanForm } from "./plan-form.ts";

/** What every part of the plan's form is handed. */
export type PartProps = {
  readonly form: PlanForm;
  readonly edit: (change: Partial<PlanForm>) => void;
  readonly problemAt: (place: string) => string | undefined;
};
