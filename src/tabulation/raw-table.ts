import type { MunicipalityCode, UnitId } from "#kernel";
import type { Chain } from "./statistics/chain.ts";
import type { Interval } from "./statistics/wilson.ts";
import type { Level, TableSpecification } from "./table-specification.ts";

/** Whose cases were counted. */
export type Scope =
  | { readonly kind: "unit"; readonly municipality: MunicipalityCode; readonly unit: UnitId }
  /** All that was delivered in a round, by its id. */
  | { readonly kind: "nation"; readonly round: string }
  /** A part of it: a municipality (four digits) or a county (two). */
  | {
      readonly kind: "region";
      readonly round: string;
      readonly level: Level;
      readonly code: string;
    };

/** The numbers of one table, by the kind of its measure. */
export type Counts =
  | { readonly kind: "cases"; readonly cases: number }
  | {
      readonly kind: "frequencies";
      readonly base: Chain;
      /** Options in the codebook's order, then missing codes. Several options: cases, not answers. */
      readonly rows: readonly OptionCount[];
    }
  | {
      readonly kind: "share";
      readonly base: Chain;
      readonly numerator: number;
      readonly denominator: number;
      /** Wilson 95 %; `null` without a denominator. */
      readonly interval: Interval | null;
      /** The share of the eligible if nobody who is missing were counted, and if all were. */
      readonly bounds: Interval | null;
    }
  | {
      readonly kind: "mean-distinct";
      readonly base: Chain;
      /** All distinct options together; the mean is `total / denominator`. */
      readonly total: number;
      readonly denominator: number;
      /** How many cases have how many options, from the fewest. */
      readonly distribution: readonly { readonly distinct: number; readonly cases: number }[];
    }
  | {
      readonly kind: "nested";
      /** Of the first step's variable. */
      readonly base: Chain;
      readonly steps: readonly {
        readonly numerator: number;
        /** Those counted in the step before who are in this step's base. */
        readonly denominator: number;
        readonly interval: Interval | null;
      }[];
    }
  | {
      readonly kind: "crossing";
      /**
       * Of the rows' question, over all columns together. Of a time or duration whoever has one is valid,
       * and the others are asked.
       */
      readonly base: Chain;
      /**
       * As in `frequencies`. A time's code: year, year · 10 + half (1–2), year · 10 + quarter (1–4), every
       * step from the first to the last. A duration's: the least number of quarters in the class.
       */
      readonly rows: readonly { readonly code: number; readonly isMissing: boolean }[];
      /**
       * Every combination of the columns' codes that has cases; with one dimension every code of it, and
       * `null`; without one a single column. Ordered by the first dimension, then the second, as listed, `null` last. Of single
       * choices the columns add up to all cases.
       */
      readonly columns: readonly CrossingColumn[];
      /** Along a dimension of time: where answers from before and after cannot be compared as they are. */
      readonly breaks: readonly SeriesBreak[];
    }
  | {
      readonly kind: "change";
      readonly base: ChangeBase;
      /** Codes of the field's options, from the worst to the best. */
      readonly scale: readonly number[];
      /** Each pair of one case and one method; a case with several methods counts by the first listed. */
      readonly methods: readonly {
        /** `null`: there is only one way of measuring. */
        readonly method: number | null;
        /** `pairs[before][after]`, in the order of the scale. */
        readonly pairs: readonly (readonly number[])[];
        /**
         * Pairs whose later row repeats the earlier in every answer but the date: copied forward? `null`:
         * nothing but the level and its method was compared, as in the nation.
         */
        readonly repeated: number | null;
      }[];
      /** The level before, in the order of the scale: of all who have one, and of the pairs alone. */
      readonly before: {
        readonly all: readonly number[];
        readonly compared: readonly number[];
      };
      readonly improved: Part;
      readonly same: Part;
      readonly worse: Part;
      /** P(better) − P(worse), Bonett–Price 95 %; `null` without a pair. */
      readonly net: { readonly difference: number; readonly interval: Interval } | null;
      /** Two-sided; `null` where no pair differs. */
      readonly tests: {
        readonly stuartMaxwell: number | null;
        readonly signedRank: number | null;
      };
    };

/** A count of the pairs, with its Wilson 95 %. */
export type Part = { readonly count: number; readonly interval: Interval | null };

/** Each a part of the one before. */
export type ChangeBase = {
  readonly cases: number;
  /** Have a level before. */
  readonly before: number;
  /** Have one after, too. */
  readonly both: number;
  /** By the same method at both times, and not dated the wrong way round: the pairs. */
  readonly compared: number;
};

export type SeriesBreak = {
  /** The code of the first step of time after it. */
  readonly at: number;
  /** Of the table, or of what its population is narrowed by; with `group` a field of that group. */
  readonly variable: string;
  readonly group?: string;
  /** `recoded`: carried over as the codebook says. `incomparable`: asked in another way, not carried over. */
  readonly kind: "recoded" | "incomparable" | "not-asked-before";
};

/** One column: what is counted among the cases that gave these codes, one of each column dimension. */
export type CrossingColumn = {
  /** `null`: nothing stored, not asked, or a code that the codebook lacks. */
  readonly codes: readonly (number | null)[];
  readonly base: Chain;
  /** In the order of the rows. */
  readonly counts: readonly number[];
};

export type OptionCount = {
  readonly code: number;
  readonly isMissing: boolean;
  readonly count: number;
  /** Wilson 95 % of `count` among the answered; `null` for 98, which is no answer, and when empty. */
  readonly interval: Interval | null;
};

/**
 * Counted, and shown to nobody: its numbers are read by `disclosure` alone, which makes of it what may
 * be shown to whom. Cannot be written as JSON or to a log by mistake.
 */
export class RawTable {
  readonly scope: Scope;
  readonly specification: TableSpecification;
  readonly #counts: Counts;

  constructor(scope: Scope, specification: TableSpecification, counts: Counts) {
    this.scope = scope;
    this.specification = specification;
    this.#counts = counts;
  }

  /** For `disclosure` alone. */
  counts(): Counts {
    return this.#counts;
  }

  /** @throws always: a raw table must not travel. */
  toJSON(): never {
    throw new Error(`a raw table is shown to nobody: ${this.specification.id}`);
  }
}
