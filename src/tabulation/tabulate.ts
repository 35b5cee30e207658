import type { Bar } from "./counting/counter.ts";
import { chosenCodes } from "./extract/coded-question.ts";
import type { StoredQuestion } from "./extract/relation.ts";
import { chainOf, isAnswered, isValid } from "./extract/standing.ts";
import { openUnitExtract, type UnitExtract, type UnitSource } from "./extract/unit-extract.ts";
import { countHistograms, type Histogram } from "./histogram.ts";
import { type Counts, type OptionCount, RawTable } from "./raw-table.ts";
import { type Interval, wilsonInterval } from "./statistics/wilson.ts";
import type { Measure, TableSpecification } from "./table-specification.ts";
import { unitSpecifications } from "./unit-specifications.ts";

/**
 * All the simple tables of one unit: number of cases, every indicator, every variable, in the order of
 * the codebook. Nothing is kept afterwards.
 */
export async function tabulateUnit(source: UnitSource): Promise<readonly RawTable[]> {
  const specifications = unitSpecifications(source.codebook);
  const extract = await openUnitExtract(source, specifications);
  try {
    return await tabulate(extract, specifications);
  } finally {
    extract.counter.close();
  }
}

/** One table for each specification, in their order, all from one statement. */
export async function tabulate(
  extract: UnitExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly RawTable[]> {
  const histograms = await countHistograms(extract, specifications);
  return specifications.map((specification, index) => {
    const histogram = histograms[index] ?? { question: undefined, bars: [] };
    return new RawTable(extract.scope, specification, measured(specification.measure, histogram));
  });
}

function measured(measure: Measure, { question, bars }: Histogram): Counts {
  if (question === undefined) return { kind: "cases", cases: sum(bars) };
  const base = chainOf(bars);
  switch (measure.kind) {
    case "cases":
      throw new Error("cases are counted without a question");
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
  const listed = question.question.missing.map(({ code }) => code);
  // A view may amount to a missing code that the question itself does not offer.
  const unlisted = [97, 98, 99].filter((code) => counts.has(code) && !isOneOf(listed)(code));
  return [...question.codes, ...listed, ...unlisted].map((code) => {
    const count = counts.get(code) ?? 0;
    const interval = isAnswered(code) ? intervalOf(count, answered) : null;
    return { code, isMissing: !isValid(code), count, interval };
  });
}

/** What was chosen: options of a multiple choice, or the one code, which may be a missing one. */
function givenCodes(question: StoredQuestion, { code, words }: Bar): readonly number[] {
  return question.words > 0 && isValid(code) ? chosenCodes(question, words) : [code];
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
