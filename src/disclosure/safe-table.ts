import type { Interval, Scope } from "#tabulation";
import type { ProtectedSpecification } from "./protected-specification.ts";

/** Whose cases a protected table is about. An area is no region of a delivery: its code is its id. */
export type SafeScope =
  | Scope
  | {
      readonly kind: "region";
      readonly round: string;
      readonly level: "area";
      readonly code: string;
    }
  /** A municipality by itself, in a release of its own: `round` is its half-year. */
  | { readonly kind: "local"; readonly round: string; readonly municipality: string };

/** A number that may be published, or `null`: hidden, for one reason or another that is never told. */
export type Shown = number | null;

/** The chain of denominators, as far as it may be published. */
export type SafeChain = {
  readonly eligible: Shown;
  readonly asked: Shown;
  readonly answered: Shown;
  readonly valid: Shown;
};

/** One or several options that were merged because one alone would be too few. */
export type SafeRow = {
  readonly codes: readonly number[];
  readonly isMissing: boolean;
  readonly count: Shown;
  /**
   * Wilson 95 % of the count among the answered, as in `RawTable`; below the nation among the valid.
   * `null` where either is hidden.
   */
  readonly interval: Interval | null;
};

/** The numbers of one protected table, by the kind of its measure. */
export type SafeCounts =
  | { readonly kind: "cases"; readonly cases: Shown }
  | { readonly kind: "frequencies"; readonly base: SafeChain; readonly rows: readonly SafeRow[] }
  | {
      readonly kind: "share";
      readonly base: SafeChain;
      readonly numerator: Shown;
      readonly denominator: Shown;
      readonly interval: Interval | null;
    }
  | {
      readonly kind: "mean-distinct";
      readonly base: SafeChain;
      readonly total: Shown;
      readonly denominator: Shown;
    };

/**
 * Lane 2: a table from a frozen, protected set. Exports, prints, reports, the public interface and all
 * pages for people outside the unit take this type and no other. `counts` may be `SafeCounts` of a
 * slice: a crossing leaves this room as one table for each column that may be published.
 *
 * The class leaves this room as a type only, and its private member cannot be imitated: there is no
 * other way to one than `protectNation` and `protectRelease`, and `readSafeTable` for what
 * `writeSafeTable` wrote.
 */
export class SafeTable {
  readonly #protected = true;
  readonly scope: SafeScope;
  readonly specification: ProtectedSpecification;
  /** The column of a crossing that this table is a slice of: «among those who gave this code». */
  readonly by: { readonly variable: string; readonly code: number } | null;
  readonly counts: SafeCounts;

  constructor(
    scope: SafeScope,
    specification: ProtectedSpecification,
    by: SafeTable["by"],
    counts: SafeCounts,
  ) {
    this.scope = scope;
    this.specification = specification;
    this.by = by;
    this.counts = counts;
  }

  /** `#protected` is read nowhere else: it is there so that no other object has the type. */
  static isOne(value: unknown): value is SafeTable {
    return typeof value === "object" && value !== null && #protected in value;
  }

  /** @throws always: to a file by `writeSafeTable`, to people as a figure, and no other way. */
  toJSON(): never {
    throw new Error(`a safe table is written by writeSafeTable: ${this.specification.id}`);
  }
}
