import type { Condition } from "#codebook";

/**
 * What is to be counted, as data. A specification says nothing of how: the same one is answered from a
 * unit's own cases and from a national extract.
 */
export type TableSpecification = {
  /** Unique among the tables of one count: a variable's or an indicator's id. */
  readonly id: string;
  /** In a unit: every case, or those that are closed. In a round: started in it, or closed in it. */
  readonly population: "started" | "closed";
  /** Cases for which this does not hold, or does not hold yet, are left out of all numbers. */
  readonly within?: Condition;
  /** The subgroup that the table is about, by its id; `within` says what it means. */
  readonly subgroup?: string;
  readonly measure: Measure;
};

export type Measure =
  /** How many cases there are. */
  | { readonly kind: "cases" }
  /**
   * How often each option was given. With `group` the variable is a field of that repeat group, and
   * the rows of the group are counted instead of cases.
   */
  | { readonly kind: "frequencies"; readonly variable: string; readonly group?: string }
  /** Cases with at least one of the codes, among the base. */
  | {
      readonly kind: "share";
      readonly variable: string;
      readonly codes: readonly number[];
      readonly base: "answered" | "valid";
    }
  /**
   * Two ways: `variable` among those who gave each code of `by`. With several choices on either side a
   * case counts once in every cell that it belongs to.
   */
  | { readonly kind: "crossing"; readonly variable: string; readonly by: string }
  /** The number of distinct options per case, over the base. */
  | {
      readonly kind: "mean-distinct";
      readonly variable: string;
      readonly base: "answered" | "valid";
    };
