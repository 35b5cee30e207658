import { capitalised, type Instant, numberInWords, swedishDay } from "#kernel";
import type { LogMarkLines, LogMarkView, LogReviewView } from "#server";
import { dayInWords } from "../../../words/calendar.ts";

export type Verdict = NonNullable<LogMarkView["settled"]>["verdict"];

export const verdictsInWords: { readonly [verdict in Verdict]: string } = {
  "in-order": "Granskad utan anmärkning",
  "follow-up": "Följs upp",
};

/** «3 oktober 2026 till 2 november 2026», or one day. */
export function periodInWords(from: Instant, through: Instant): string {
  const [first, last] = [swedishDay(from), swedishDay(through)];
  return first === last ? dayInWords(first) : `${dayInWords(first)} till ${dayInWords(last)}`;
}

export type ReviewCounts = {
  readonly all: number;
  readonly left: number;
  readonly followUps: number;
};

export function countsOf({ kinds }: Pick<LogReviewView, "kinds">): ReviewCounts {
  const marks = kinds.flatMap((kind) => kind.marks);
  const settledAs = (verdict: Verdict | undefined) =>
    marks.filter(({ settled }) => settled?.verdict === verdict).length;
  return { all: marks.length, left: settledAs(undefined), followUps: settledAs("follow-up") };
}

/** «Tolv rader att bedöma. Tre är kvar.» */
export function leftInWords({ all, left }: ReviewCounts): string {
  if (all === 0) return "Det finns inget att bedöma.";
  const rows = `${capitalised(numberInWords(all))} ${all === 1 ? "rad" : "rader"}`;
  if (left === all) return `${rows} att bedöma.`;
  return left === 0
    ? `${rows}, alla bedömda.`
    : `${rows}. ${capitalised(numberInWords(left))} är kvar att bedöma.`;
}

/** Whose the case was, in the words of a table's cell; nothing where it is about no case. */
export function whoseInWords({ isHers }: Pick<LogMarkLines["entries"][number], "isHers">): string {
  if (isHers === null) return "";
  return isHers ? "Eget" : "Någon annans";
}

/** The mark to go on with: the next on the page that nobody has settled, from the top if need be. */
export function nextUnsettled(
  { kinds }: Pick<LogReviewView, "kinds">,
  after: number,
): number | undefined {
  const marks = kinds.flatMap((kind) => kind.marks);
  const place = marks.findIndex(({ number }) => number === after);
  const onwards = [...marks.slice(place + 1), ...marks.slice(0, place + 1)];
  return onwards.find(({ settled }) => settled === null)?.number;
}
