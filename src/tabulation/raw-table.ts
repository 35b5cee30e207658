import type { MunicipalityCode, UnitId } from "#kernel";
import type { Chain } from "./statistics/chain.ts";
import type { Interval } from "./statistics/wilson.ts";
import type { TableSpecification } from "./table-specification.ts";

/** Whose cases were counted. */
export type Scope =
  | { readonly kind: "unit"; readonly municipality: MunicipalityCode; readonly unit: UnitId }
  /** All that was delivered in a round, by its id. */
  | { readonly kind: "nation"; readonly round: string };

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
      readonly kind: "crossing";
      /** Of the rows' variable, over all columns together. */
      readonly base: Chain;
      /** Codes of the rows' variable; as in `frequencies`. */
      readonly rows: readonly { readonly code: number; readonly isMissing: boolean }[];
      /**
       * Every code of the other variable, and `null`: nothing stored, not asked, or a code that the
       * codebook lacks. Of a single choice the columns add up to all cases.
       */
      readonly columns: readonly CrossingColumn[];
    };

/** One column of a two-way table: what is counted among the cases that gave this code. */
export type CrossingColumn = {
  readonly code: number | null;
  readonly isMissing: boolean;
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
