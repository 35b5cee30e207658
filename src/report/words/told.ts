import type { Finding } from "./finding.ts";
import type { Noun } from "./noun.ts";

/** Whom the numbers are about, and which of them are counted. */
export type Base = {
  readonly noun: Noun;
  readonly isClosed: boolean;
  /** `answered`: «do not know» belongs to them; `valid`: it does not. */
  readonly kind: "answered" | "valid";
  /** Only a part of the cases: nothing of it is sure under a hundred. */
  readonly isPart?: boolean;
};

export type ToldShare = {
  readonly label: string;
  readonly base: Base;
  readonly count: number;
  readonly total: number;
  /** 95 %, as fractions. */
  readonly interval: readonly [number, number] | null;
};

export type ToldFrequencies = {
  readonly label: string;
  readonly base: Base;
  readonly total: number;
  /** The options given most often, all `count` times; none where no answer says anything. */
  readonly most: readonly string[];
  readonly count: number;
  readonly mayChooseSeveral: boolean;
};

export type ToldMean = {
  readonly label: string;
  readonly base: Base;
  readonly sum: number;
  readonly total: number;
};

/** One language: whole findings, each with its base; never a share without what it is a share of. */
export type Words = {
  readonly share: (told: ToldShare) => Finding;
  readonly frequencies: (told: ToldFrequencies) => Finding;
  readonly mean: (told: ToldMean) => Finding;
  /** Numbers and dates, which have no options to count: how often there is an answer. */
  readonly registered: (told: Omit<ToldShare, "interval">) => Finding;
  /** «9 av 43» */
  readonly partOf: (count: number, total: number) => string;
  readonly percentMark: (share: number) => string;
  /** For those who hear the picture: what it shows, and every bar with its value. */
  readonly barChart: (label: string, bars: readonly string[]) => string;
  /** Under the bars: what is counted. How many they are stands in the finding. */
  readonly axis: (kind: "shares" | "counts", base: Base) => string;
  readonly whiskers: (bars: number) => string;
};
