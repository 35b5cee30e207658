import type { Counted, Limits, Proportion, Time } from "./told-findings.ts";

export type TimePoint = Proportion & { readonly time: Time };

export type Run = Proportion & {
  readonly steps: number;
  readonly first: Time;
  readonly last: Time;
};

/** Along time: series with their breaks, and how long cases have been open. */
export type SeriesWords = {
  readonly steady: (
    title: string,
    all: Proportion,
    steps: readonly Time[],
    counted: Counted,
  ) => string;
  readonly apart: (
    title: string,
    point: TimePoint,
    all: Proportion,
    steps: readonly Time[],
    counted: Counted,
  ) => string;
  /** Several in a row on one side of the average, and the others. */
  readonly shifted: (
    title: string,
    run: Run,
    rest: Proportion & { readonly steps: number; readonly side: "before" | "after" | "around" },
    all: Proportion,
    counted: Counted,
    isAtBreak: boolean,
  ) => string;
  readonly tooShort: (
    title: string,
    all: Proportion,
    steps: readonly Time[],
    counted: Counted,
    least: number,
  ) => string;
  /** Counts alone where there are too few for a share without reserve. */
  readonly latest: (point: TimePoint) => string;
  readonly onlyGreatChanges: (counted: Counted, steps: readonly Time[]) => string;
  readonly interval: (first: Time, last: Time, limits: Limits, isUnsure: boolean) => string;
  readonly smallSteps: (small: number, steps: readonly Time[]) => string;
  readonly incomparable: (question: string, at: Time) => string;
  readonly recoded: (question: string, at: Time) => string;
  readonly notAskedBefore: (question: string, at: Time) => string;
  readonly askBreak: (kind: "recoded" | "incomparable" | "not-asked-before") => string;
  readonly askPoint: (time: Time) => string;
  readonly askSteady: string;

  /** `quarters`: at least so many whole quarters; of closed cases from start to close. */
  readonly openSince: (
    told: Proportion,
    quarters: number,
    population: Counted["population"],
  ) => string;
  /** At least half. */
  readonly halfOpenSince: (
    told: Proportion,
    quarters: number,
    population: Counted["population"],
  ) => string;
  readonly durationsWhole: string;
  readonly askOpen: (count: number) => string;
  readonly askOpenInGeneral: string;
};
