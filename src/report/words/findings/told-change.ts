import type { Limits, Proportion } from "./told-findings.ts";

/** How the pairs of one case before and after came out. */
export type ToldChange = {
  readonly improved: number;
  readonly same: number;
  readonly worse: number;
  readonly compared: number;
  /** The better end of the scale, in its own words: «better» alone does not say which way that is. */
  readonly betterEnd: string | null;
};

/** Change between two moments of the same case. It says what changed, never why. */
export type ChangeWords = {
  /** `isRepeated`: every later row repeats the earlier one, which makes the change say nothing. */
  readonly change: (title: string, told: ToldChange, isRepeated: boolean) => string;
  /** `both`: cases measured at both times, none of them by one method. */
  readonly cannotShow: (title: string, both: number) => string;
  readonly goalMissing: string;
  readonly clientMissing: string;
  readonly methods: (
    named: readonly { readonly label: string; readonly pairs: number }[],
  ) => string;
  /** Which share an interval is of, after «andelen» and “the share of”. */
  readonly improved: string;
  readonly net: (told: ToldChange, limits: Limits) => string;
  readonly repeated: (told: Proportion) => string;
  /** `level`: the better end of the scale. */
  readonly atBest: (told: Proportion, level: string) => string;
  /** Of those compared, and of the others, how many stood in the worse half of the scale before. */
  readonly completersDiffer: (
    levels: readonly string[],
    own: Proportion,
    others: Proportion,
  ) => string;
  readonly noCause: string;
  /** The three rest on different cases: how many each. */
  readonly bases: (compared: number, goal: number | null, client: number | null) => string;
  readonly chain: (
    base: {
      readonly cases: number;
      readonly before: number;
      readonly both: number;
      readonly compared: number;
    },
    hasMethods: boolean,
  ) => string;
  readonly askRepeated: (repeated: number) => string;
  readonly askNotCompared: (others: number) => string;
  readonly askGoal: string;
  readonly askClient: string;
  readonly askMethod: string;
  readonly askBothTimes: string;
  readonly askChange: string;
};
