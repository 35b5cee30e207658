import {
  type AsTold,
  type CarriedOver,
  type Codebook,
  carriedOver,
  type QuestionName,
} from "#codebook";
import type { SeriesBreak } from "../raw-table.ts";

/** Cases of one codebook, by its number, in one step of time. */
export type SeenVersion = { readonly step: number; readonly number: number };

/**
 * Where a series cannot be read across as it stands: between each two codebooks that follow upon each
 * other among the cases, and whose answers became of the newest's in different ways. A question that
 * went away marks no break: the chain says that it was not asked.
 * @param codebooks the newest first, as they are numbered.
 */
export function seriesBreaks(
  codebooks: readonly Codebook[],
  asTold: AsTold,
  questions: readonly QuestionName[],
  seen: readonly SeenVersion[],
): readonly SeriesBreak[] {
  const [newest] = codebooks;
  const numbers = [...new Set(seen.map(({ number }) => number))].toSorted((a, b) => b - a);
  const breaks = questions.flatMap((question) => {
    const became = numbers.map((number): CarriedOver => {
      const codebook = codebooks[number];
      if (!newest || !codebook) throw new Error(`no codebook has the number ${number}`);
      return number === 0
        ? { kind: "same", from: question }
        : carriedOver(newest, codebook, question, asTold);
    });
    return numbers.slice(1).flatMap((number, index): readonly SeriesBreak[] => {
      const kind = breakBetween(became[index], became[index + 1]);
      if (!kind) return [];
      const steps = seen.filter((each) => each.number <= number).map(({ step }) => step);
      const { id: variable, group } = question;
      const at = Math.min(...steps);
      return [group === undefined ? { at, variable, kind } : { at, variable, group, kind }];
    });
  });
  return breaks.filter((each, index) => breaks.findIndex(isLike(each)) === index).toSorted(byStep);
}

function breakBetween(
  before: CarriedOver | undefined,
  after: CarriedOver | undefined,
): SeriesBreak["kind"] | undefined {
  if (!before || !after || after.kind === "absent") return undefined;
  if (before.kind === "absent") return "not-asked-before";
  const kinds = [before.kind, after.kind];
  if (kinds.every((kind) => kind === "incomparable" || kind === "same")) {
    return before.kind === after.kind ? undefined : "incomparable";
  }
  if (kinds.includes("incomparable")) return "incomparable";
  return isSameRecode(before, after) ? undefined : "recoded";
}

function isSameRecode(one: CarriedOver, other: CarriedOver): boolean {
  return (
    one.kind === "recoded" &&
    other.kind === "recoded" &&
    one.codes.size === other.codes.size &&
    [...one.codes].every(([from, to]) => other.codes.get(from) === to)
  );
}

function isLike(one: SeriesBreak): (other: SeriesBreak) => boolean {
  return ({ at, variable, group, kind }) =>
    at === one.at && variable === one.variable && group === one.group && kind === one.kind;
}

function byStep(one: SeriesBreak, other: SeriesBreak): number {
  return one.at - other.at;
}
