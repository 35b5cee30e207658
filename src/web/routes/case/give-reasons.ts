import { checkReason, problemSentence } from "#kernel";
import type { Override } from "#registration";
import type { CaseView } from "#server";
import type { PhaseProblem } from "./phase-problems.ts";

/** What a person has written beside warnings, by check. */
export type Reasons = { readonly [check: string]: string };

/** A warning as it stands at the end of the phase. */
export type OpenWarning = PhaseProblem & {
  readonly check: string;
  readonly kept: string | undefined;
};

/** The warnings among the problems, each with the reason that a completed phase still holds. */
export function warningsAmong(
  problems: readonly PhaseProblem[],
  { completed }: Pick<CaseView, "completed">,
): readonly OpenWarning[] {
  const overrides = Object.values(completed).flatMap((done) => done.overrides ?? []);
  return problems.flatMap((problem) => {
    const { check, severity } = problem;
    if (severity !== "warning" || check === undefined) return [];
    const kept = overrides.find((each) => each.check === check)?.reason;
    return [{ ...problem, check, kept }];
  });
}

/** Why a reason will not do; `undefined`: it will. */
export function reasonProblem(reason: string): string | undefined {
  const [found] = checkReason(reason.trim());
  return found && problemSentence(found);
}

/** The first warning that nobody has answered yet. */
export function firstUnanswered(
  warnings: readonly OpenWarning[],
  reasons: Reasons,
): OpenWarning | undefined {
  return warnings.find(
    ({ check, kept }) => kept === undefined && reasonProblem(reasons[check] ?? "") !== undefined,
  );
}

export function overridesOf(
  warnings: readonly OpenWarning[],
  reasons: Reasons,
): readonly Override[] {
  return warnings
    .filter(({ kept }) => kept === undefined)
    .map(({ check }) => ({ check, reason: (reasons[check] ?? "").trim() }));
}

/** The element's id: problems and the keyboard find a warning by it. */
export function warningStepId(check: string): string {
  return `stammer-${check}`;
}
