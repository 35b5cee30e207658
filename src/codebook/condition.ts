import { z } from "zod";

/**
 * When something is asked, counted or wrong. Evaluated in three values (true, false, not yet known):
 * a question whose condition rests on an unanswered one is not asked yet.
 *
 * `answer` names a variable of the case, also from within a repeat group; `field` names a field of
 * the same row of the repeat group, and is allowed there only. So no name can be captured by the
 * wrong row.
 */
export type Condition =
  | { readonly answer: string; readonly in: readonly number[] }
  | { readonly field: string; readonly in: readonly number[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** Some row of the group; `phases` limits the rows to those added in these phases. */
  | {
      readonly someItem: string;
      readonly phases?: readonly string[] | undefined;
      readonly where?: Condition | undefined;
    };

const codes = z.array(z.int()).min(1);

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ answer: z.string(), in: codes }),
    z.strictObject({ field: z.string(), in: codes }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({
      someItem: z.string(),
      phases: z.array(z.string()).optional(),
      where: Condition.optional(),
    }),
  ]),
);
