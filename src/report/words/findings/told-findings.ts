import type { Noun } from "../noun.ts";
import type { ChangeWords } from "./told-change.ts";
import type { SeriesWords } from "./told-series.ts";

/** Whom the numbers are about, and which of them are counted. */
export type Counted = {
  readonly noun: Noun | "item";
  readonly population: "started" | "closed" | "open";
  /** `answered`: «do not know» belongs to them; `valid`: it does not; `all`: nothing was asked. */
  readonly kind: "answered" | "valid" | "all";
};

/** A count and what it is counted among. */
export type Proportion = { readonly count: number; readonly total: number };

/** 95 %, as fractions. */
export type Limits = readonly [lower: number, upper: number];

export type Steps = {
  readonly eligible: number;
  readonly asked: number;
  readonly answered: number;
  readonly valid: number;
};

/** A year, a half or a quarter of it. */
export type Time = {
  readonly step: "year" | "half-year" | "quarter";
  readonly year: number;
  /** 1–2 or 1–4; of a year 1. */
  readonly part: number;
};

/** One side of a comparison. */
export type Side = Proportion & {
  readonly group:
    | { readonly kind: "subgroup"; readonly noun: string }
    /** All cases that are not in the subgroup. */
    | { readonly kind: "others" }
    | { readonly kind: "period"; readonly first: Time; readonly last: Time };
};

/** One condition on the cases that are counted. */
export type FilterPart =
  | { readonly kind: "answer"; readonly question: string; readonly answers: readonly string[] }
  /** What the client was given, such as an intervention. */
  | { readonly kind: "given"; readonly answers: readonly string[] };

/** What divides cases into groups: the answers to a question, or what was given. */
export type By = { readonly kind: "answer" | "given"; readonly label: string };

/** What may be said of groups that are told side by side. */
export type GroupsDiffer =
  | { readonly kind: "not-said" }
  /** There are two groups, and they differ. */
  | { readonly kind: "from-each-other" }
  /** Each that is named differs from all others; of a single one the others are told too. */
  | { readonly kind: "from-others"; readonly others: Proportion };

export type MessageWords = {
  /** What is counted, and among which cases where not among all. */
  readonly title: (label: string, among: readonly string[]) => string;
  /** All parts hold; `null`: they cannot be said in few words. */
  readonly filtered: (parts: readonly FilterPart[] | null, isOfMeetings?: boolean) => string;
  readonly period: (first: Time, last: Time, population: Counted["population"]) => string;
  /** «Kön: «Kvinna»» */
  readonly answers: (labels: readonly string[]) => string;
  readonly nothing: (title: string, counted: Counted) => string;
  readonly share: (title: string, told: Proportion, counted: Counted) => string;
  readonly mostCommon: (
    title: string,
    most: readonly string[],
    told: Proportion,
    counted: Counted,
  ) => string;
  /** Every answer that somebody gave, of one question. */
  readonly spreadOut: (
    title: string,
    answers: readonly (Proportion & { readonly label: string })[],
    counted: Counted,
  ) => string;
  /** `labels`: what they all answered, where the question names it. */
  readonly noneKnown: (
    title: string,
    labels: readonly string[],
    total: number,
    counted: Counted,
  ) => string;
  readonly next: (labels: readonly string[], told: Proportion) => string;
  readonly registered: (title: string, told: Proportion, counted: Counted) => string;
  readonly mean: (title: string, sum: number, total: number, counted: Counted) => string;
  readonly spread: (least: number, most: number) => string;
  /** «Öppna ärenden» */
  readonly casesTitle: (population: Counted["population"]) => string;
  readonly cases: (
    cases: number,
    population: Counted["population"],
    period: readonly [first: Time, last: Time] | null,
    subgroup: string | null,
  ) => string;
  readonly nestedFirst: (
    question: string,
    answers: readonly string[],
    told: Proportion,
    counted: Counted,
  ) => string;
  /** `before`: how many the step before counted. */
  readonly nestedNext: (
    question: string,
    answers: readonly string[],
    told: Proportion,
    before: number,
    counted: Counted,
  ) => string;
};

export type CertaintyWords = {
  readonly tooFew: (total: number, counted: Counted, of: "share" | "mean") => string;
  /** `of`: which share, where several are told. */
  readonly interval: (
    told: Proportion,
    limits: Limits,
    isUnsure: boolean,
    of: string | null,
  ) => string;
  readonly moreNeeded: (
    total: number,
    least: number,
    of: "share" | "mean",
    counted: Counted,
  ) => string;
  /** A subgroup of fewer than a hundred. */
  readonly smallSubgroup: (total: number, counted: Counted) => string;
  readonly leadMayBeChance: (first: string, second: string) => string;
  readonly severalAnswers: string;
  /** Parts of one whole that do not sum to a hundred. */
  readonly rounded: (percent: number) => string;
  readonly ofMeanNotCase: string;
  /** Rows of one case are alike: they tell less than as many cases would. */
  readonly rowsOfOneCase: string;
};

export type MissingWords = {
  /** A question put to some of the cases alone: «ärenden där …». The others are no gap, and not counted. */
  readonly onlyIn: (filter: string) => string;
  /** Where several tables are told of: which of them it is about. */
  readonly of: (title: string, sentences: readonly string[]) => string;
  readonly chain: (steps: Steps, counted: Counted) => readonly string[];
  readonly unknown: (told: Proportion, labels: readonly string[], counted: Counted) => string;
  /** Answers under an earlier codebook that mean nothing in this one. */
  readonly otherwiseAsked: (told: Proportion, counted: Counted) => string;
  /** `told`: of all, also the `missing`. */
  readonly bounds: (told: Proportion, missing: number, counted: Counted) => string;
  readonly mayTurnMostCommon: (told: Proportion, counted: Counted) => string;
  readonly leftBetweenSteps: (told: Proportion, counted: Counted) => string;
};

export type TalkWords = {
  readonly recognise: string;
  readonly few: (counted: Counted) => string;
  readonly nothingYet: string;
  readonly missing: (told: Proportion, counted: Counted) => string;
  readonly smallResponse: string;
  readonly unknown: (told: Proportion, labels: readonly string[], counted: Counted) => string;
  readonly allSame: (counted: Counted) => string;
  readonly smallSubgroup: string;
  readonly difference: string;
  readonly noDifference: string;
};

export type ComparisonWords = {
  /** `differs`: the interval of the difference excludes zero; `isUnsure`: of few. */
  readonly difference: (
    title: string,
    one: Side,
    other: Side,
    counted: Counted,
    differs: boolean,
    isUnsure: boolean,
  ) => string;
  /** Counts alone. */
  readonly sideBySide: (title: string, one: Side, other: Side, counted: Counted) => string;
  readonly tooSmallToCompare: (counted: Counted) => string;
  readonly interval: (
    one: Side,
    other: Side,
    limits: Limits,
    counted: Counted,
    isUnsure: boolean,
  ) => string;
  readonly smallSides: (least: number, counted: Counted) => string;
  readonly crossed: (
    title: string,
    columns: readonly (Proportion & { readonly label: string })[],
    by: By,
    counted: Counted,
    differ: GroupsDiffer,
  ) => string;
  readonly groupIntervals: (
    columns: readonly { readonly label: string; readonly limits: Limits }[],
    by: By,
    isUnsure: boolean,
  ) => string;
  readonly noColumnDiffers: (columns: number) => string;
  readonly tooSmallGroups: (title: string, by: string, counted: Counted) => string;
  /** Of the groups that are told, at least one is smaller than a subgroup should be. */
  readonly smallGroups: (groups: number, counted: Counted) => string;
  readonly fewColumns: (columns: number, counted: Counted, isAmongOthers: boolean) => string;
  /** Whoever is in no group; `isUnknown`: some of them answered that they do not know. */
  readonly inNoGroup: (
    told: Proportion,
    by: string,
    isUnknown: boolean,
    counted: Counted,
  ) => string;
  readonly manyComparisons: (columns: number) => string;
  readonly overlappingColumns: (counted: Counted) => string;
  readonly chosenByNeed: string;
  readonly whichNeeds: string;
  /** `period`: of the own cases, as `messages.period` tells it; `round`: of all. */
  readonly position: (
    title: string,
    own: Proportion & { readonly period: string | null },
    all: Proportion & { readonly round: string },
    counted: Counted,
    where: "within" | "above" | "below" | "far-above" | "far-below",
  ) => string;
  readonly positionHidden: (title: string) => string;
  readonly funnel: (own: Proportion, limits: Limits) => string;
  readonly partOfAll: string;
  readonly noQuality: string;
  readonly whatDiffers: string;
};

/** One language for what tables say: whole sentences, each share with its count and its base. */
export type FindingWords = {
  readonly messages: MessageWords;
  readonly certainty: CertaintyWords;
  readonly missing: MissingWords;
  readonly talk: TalkWords;
  readonly comparisons: ComparisonWords;
  readonly change: ChangeWords;
  readonly series: SeriesWords;
};
