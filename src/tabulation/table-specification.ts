import type { Condition } from "#codebook";
import type { IsoDate, Period } from "#kernel";

/**
 * What is to be counted, as data. A specification says nothing of how: the same one is answered from a
 * unit's own cases and from a national extract.
 */
export type TableSpecification = {
  /** Unique among the tables of one count: a variable's or an indicator's id. */
  readonly id: string;
  readonly population: Population;
  /** Cases for which this does not hold, or does not hold yet, are left out of all numbers. */
  readonly within?: Condition;
  /** The subgroup that the table is about, by its id; `within` says what it means. */
  readonly subgroup?: string;
  /**
   * The cohort: only cases that were started in it, or were closed in it where the population is the
   * closed. Whole quarters: a delivery knows no days.
   */
  readonly period?: Period;
  /** One table for each region of this level that has cases; left out: one for all together. */
  readonly level?: Level;
  readonly measure: Measure;
};

/**
 * In a unit: every case, those that are closed, or those that are not. In a round: started in it, closed
 * in it, or started in it and not closed at its cut-off.
 */
export type Population = "started" | "closed" | "open";

export type Level = "municipality" | "county";

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
  /** Each share among those counted in the one before it: «93 % improved, of those 79 % …». */
  | { readonly kind: "nested"; readonly steps: readonly NestedStep[] }
  /**
   * The rows among those who gave each combination of the columns: up to four dimensions in all. With
   * several choices a case counts once in every cell that it belongs to. With `group` all of them are
   * fields of that repeat group, or quarters and durations of its case, and its rows are counted.
   */
  | {
      readonly kind: "crossing";
      readonly rows: Dimension;
      readonly columns: readonly Dimension[];
      readonly group?: string;
    }
  /** The number of distinct options per case, over the base. */
  | {
      readonly kind: "mean-distinct";
      readonly variable: string;
      readonly base: "answered" | "valid";
    }
  /**
   * What was measured in the rows of a repeat group before the support, and after it, in the same case
   * and by the same method: `measuredFields` of the codebook.
   */
  | { readonly kind: "change"; readonly group: string; readonly field: string };

export type NestedStep = {
  readonly variable: string;
  readonly codes: readonly number[];
  readonly base: "answered" | "valid";
};

/** Along what a table is divided. */
export type Dimension =
  | {
      readonly kind: "question";
      readonly variable: string;
      /** Options told together; one that belongs to no band stands by itself. */
      readonly bands?: readonly Band[];
    }
  /** By the time of the start, or of the close. */
  | { readonly kind: "time"; readonly of: "start" | "close"; readonly step: TimeStep }
  /**
   * How long, in whole quarters from the quarter of the start to that of the close; of a case that is
   * open on `asAt`, also where it was closed later, to the quarter of that day. `from`: the least of
   * each class, rising, the first of them 0.
   */
  | { readonly kind: "duration"; readonly asAt: IsoDate; readonly from: readonly number[] };

export type TimeStep = "quarter" | "half-year" | "year";

/** `code` names the band: the least of its codes. */
export type Band = { readonly code: number; readonly codes: readonly number[] };

/** Rows and columns together, and the steps of nested shares. */
export const mostDimensions = 4;

/** What a measure is divided along; of `nested` its steps, in their order. A change has none. */
export function dimensionsOf(measure: Measure): readonly Dimension[] {
  switch (measure.kind) {
    case "cases":
    case "change":
      return [];
    case "crossing":
      return [measure.rows, ...measure.columns];
    case "nested":
      return measure.steps.map(({ variable }) => ({ kind: "question", variable }));
    default:
      return [{ kind: "question", variable: measure.variable }];
  }
}

/**
 * The repeat group whose rows are counted; `undefined`: cases are. A change is of cases, though it is read
 * off their rows.
 */
export function countedGroup(measure: Measure): string | undefined {
  return "group" in measure && measure.kind !== "change" ? measure.group : undefined;
}
