import { intervalOf } from "./counted-share.ts";
import { isAnswered } from "./extract/standing.ts";
import type { Counts, CrossingColumn } from "./raw-table.ts";
import type { Chain } from "./statistics/chain.ts";
import { missingBounds } from "./statistics/missing-bounds.ts";
import type { Measure } from "./table-specification.ts";

/**
 * What was counted for a table of the nation, without anything that follows from it: what another program
 * must tell of its own cases for the table to be made here. None of the answers is one that the codebook
 * lacks.
 */
export type CountedNumbers =
  | { readonly kind: "cases"; readonly cases: number }
  | { readonly kind: "frequencies"; readonly base: Chain; readonly rows: readonly CountedCode[] }
  | { readonly kind: "share"; readonly base: Chain; readonly numerator: number }
  | {
      readonly kind: "mean-distinct";
      readonly base: Chain;
      readonly distribution: readonly CountedDistinct[];
    }
  | {
      readonly kind: "crossing";
      readonly base: Chain;
      readonly rows: readonly { readonly code: number; readonly isMissing: boolean }[];
      /** By one question. */
      readonly columns: readonly CrossingColumn[];
    };

export type CountedCode = {
  readonly code: number;
  readonly isMissing: boolean;
  readonly count: number;
};
export type CountedDistinct = { readonly distinct: number; readonly cases: number };

/** @throws for a table that no release has: along time, nested, or of change. */
export function numbersIn(counts: Counts): CountedNumbers {
  switch (counts.kind) {
    case "cases":
      return counts;
    case "frequencies": {
      const { kind, base, rows } = counts;
      const plain = rows.map(({ code, isMissing, count }) => ({ code, isMissing, count }));
      return { kind, base, rows: plain };
    }
    case "share": {
      const { kind, base, numerator } = counts;
      return { kind, base, numerator };
    }
    case "mean-distinct": {
      const { kind, base, distribution } = counts;
      return { kind, base, distribution };
    }
    case "crossing": {
      const { kind, base, rows, columns, breaks } = counts;
      const isPlain = breaks.length === 0 && columns.every(({ codes }) => codes.length === 1);
      if (isPlain) return { kind, base, rows, columns };
      break;
    }
  }
  throw new Error(`no release has a table of ${counts.kind} like this`);
}

/** The same counts with all that follows from them. @throws for numbers of another measure. */
export function countsOf(numbers: CountedNumbers, measure: Measure): Counts {
  switch (numbers.kind) {
    case "cases":
      return { kind: "cases", cases: numbers.cases };
    case "frequencies": {
      const { base } = numbers;
      const rows = numbers.rows.map(({ code, isMissing, count }) => {
        const interval = isAnswered(code) ? intervalOf(count, base.answered) : null;
        return { code, isMissing, count, interval };
      });
      return { kind: "frequencies", base, rows };
    }
    case "share": {
      const { base, numerator } = numbers;
      const denominator = base[overOf(measure)];
      const interval = intervalOf(numerator, denominator);
      const { eligible } = base;
      const bounds = eligible === 0 ? undefined : missingBounds(numerator, denominator, eligible);
      return {
        kind: "share",
        base,
        numerator,
        denominator,
        interval,
        bounds: bounds ? [bounds.lowest, bounds.highest] : null,
      };
    }
    case "mean-distinct": {
      const { base, distribution } = numbers;
      const total = distribution.reduce((sum, each) => sum + each.distinct * each.cases, 0);
      return {
        kind: "mean-distinct",
        base,
        total,
        denominator: base[overOf(measure)],
        distribution,
      };
    }
    case "crossing":
      return { ...numbers, breaks: [] };
  }
}

function overOf(measure: Measure): "answered" | "valid" {
  if (!("base" in measure)) throw new Error(`a ${measure.kind} has no base`);
  return measure.base;
}
