import { type IsoDate, type Problem, problem, problemSentence } from "#kernel";
import { formsIn, type KeyedLine, readCount } from "./pile-form.ts";
import type { PileBody } from "./use-pile-sending.ts";

/** What stands on the page, as it is typed. */
export type KeyedPile = {
  readonly unit: string | undefined;
  readonly day: IsoDate | undefined;
  readonly number: string;
  readonly forms: string;
  readonly lines: readonly KeyedLine[];
};

export type PileProblem = { readonly at: string; readonly sentence: string };

export type CheckedPile =
  | { readonly kind: "whole"; readonly body: PileBody }
  | { readonly kind: "problems"; readonly problems: readonly PileProblem[] };

/** Everything that is left to put right, before anything is sent. */
export function checkKeyedPile({ unit, day, number, forms, lines }: KeyedPile): CheckedPile {
  const count = readCount(forms);
  const sum = formsIn(lines);
  const problems: readonly PileProblem[] = [
    ...(unit ? [] : [{ at: "unit", sentence: "Välj vilken enhet högen kommer från." }]),
    ...(day ? [] : [{ at: "day", sentence: "Välj vilken dag blanketterna gäller." }]),
    ...(number.trim() === "" ? [told(problem("pile-number-needed", "number"))] : []),
    ...(count === undefined ? [told(problem("pile-empty", "forms"))] : []),
    ...(count !== undefined && sum !== count
      ? [told(problem("pile-sum-differs", "forms", { sum, forms: count }))]
      : []),
  ];
  if (problems.length > 0 || !unit || !day || count === undefined) {
    return { kind: "problems", problems };
  }
  const body: PileBody = {
    unit,
    day,
    number: number.trim(),
    forms: count,
    lines: lines.map(({ combination, count: of }) => ({ combination, count: of })),
  };
  return { kind: "whole", body };
}

function told(found: Problem): PileProblem {
  return { at: found.at ?? "", sentence: problemSentence(found) };
}
