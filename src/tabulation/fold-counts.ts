import type { Bar } from "./counting/counter.ts";
import type { StoredQuestion } from "./extract/relation.ts";
import { chainOf, isAnswered, isValid } from "./extract/standing.ts";
import { foldCrossing } from "./fold-crossing.ts";
import { givenCodes, listedCodes } from "./given-codes.ts";
import type { Histogram } from "./histogram.ts";
import type { Counts, OptionCount } from "./raw-table.ts";
import { type Interval, wilsonInterval } from "./statistics/wilson.ts";
import type { Measure } from "./table-specification.ts";

/** From the finest cells to what a table tells. */
export function foldCounts(measure: Measure, { questions, bars }: Histogram): Counts {
  const [question, by] = questions;
  if (question === undefined) return { kind: "cases", cases: sum(bars) };
  if (by !== undefined) return foldCrossing(question, by, bars);
  const base = chainOf(bars);
  switch (measure.kind) {
    case "cases":
    case "crossing":
      throw new Error(`${measure.kind} of one question: ${question.question.id}`);
    case "frequencies": {
      const rows = optionCounts(question, bars, base.answered);
      return { kind: "frequencies", base, rows };
    }
    case "share": {
      const inBase = bars.filter(({ code }) => isInBase(measure.base, code));
      const counted = inBase.filter((bar) =>
        givenCodes(question, bar).some(isOneOf(measure.codes)),
      );
      const [numerator, denominator] = [sum(counted), sum(inBase)];
      const interval = intervalOf(numerator, denominator);
      return { kind: "share", base, numerator, denominator, interval };
    }
    case "mean-distinct": {
      const inBase = bars.filter(({ code }) => isInBase(measure.base, code));
      const distribution = distinctCounts(question, inBase);
      const total = distribution.reduce((all, { distinct, cases }) => all + distinct * cases, 0);
      return { kind: "mean-distinct", base, total, denominator: sum(inBase), distribution };
    }
  }
}

function optionCounts(
  question: StoredQuestion,
  bars: readonly Bar[],
  answered: number,
): readonly OptionCount[] {
  const counts = new Map<number, number>();
  for (const bar of bars) {
    for (const code of givenCodes(question, bar)) {
      counts.set(code, (counts.get(code) ?? 0) + bar.count);
    }
  }
  return listedCodes(question, (code) => counts.has(code)).map((code) => {
    const count = counts.get(code) ?? 0;
    const interval = isAnswered(code) ? intervalOf(count, answered) : null;
    return { code, isMissing: !isValid(code), count, interval };
  });
}

function distinctCounts(question: StoredQuestion, bars: readonly Bar[]) {
  const cases = new Map<number, number>();
  for (const bar of bars) {
    const distinct = isValid(bar.code) ? givenCodes(question, bar).length : 0;
    cases.set(distinct, (cases.get(distinct) ?? 0) + bar.count);
  }
  return [...cases]
    .map(([distinct, count]) => ({ distinct, cases: count }))
    .sort((one, other) => one.distinct - other.distinct);
}

function isInBase(base: "answered" | "valid", code: number): boolean {
  return base === "valid" ? isValid(code) : isAnswered(code);
}

function isOneOf(codes: readonly number[]): (code: number) => boolean {
  return (code) => codes.includes(code);
}

function intervalOf(count: number, denominator: number): Interval | null {
  return denominator === 0 ? null : wilsonInterval(count, denominator);
}

function sum(bars: readonly Bar[]): number {
  return bars.reduce((total, { count }) => total + count, 0);
}
