import type { Finding } from "./finding.ts";
import type { Base } from "./told.ts";

export type NationBase = Base & {
  /** The cases that the figure is about, as their noun; `null`: all of them. */
  readonly subgroup: string | null;
  /** The area or municipality that it is about, held against the nation; `null`: the whole. */
  readonly place: string | null;
};

/** Two published numbers: a part of a whole, or a sum over cases. */
export type Both = { readonly part: number; readonly whole: number };

export type ToldOfNation = {
  readonly label: string;
  readonly base: NationBase;
  readonly own: Both;
  /** What a subgroup or a place is held against, where it may be shown. */
  readonly all: Both | null;
};

export type ToldAnswers = ToldOfNation & {
  /** The answers given most often, all `own.part` times; none where no answer says anything. */
  readonly most: readonly string[];
  /** Whether some answer is hidden, so that «most» is said of the others alone. */
  readonly isPartial: boolean;
  readonly next: { readonly label: string; readonly own: Both } | null;
  /** Where it differs most from what it is held against, beyond what chance alone would do. */
  readonly difference: {
    readonly label: string;
    readonly own: Both;
    readonly all: Both;
  } | null;
};

/** Answers of a place that does not tell of how many they are a part. */
export type ToldCounts = {
  readonly label: string;
  readonly base: NationBase;
  /** As in `ToldAnswers`; all given `count` times. */
  readonly most: readonly string[];
  readonly count: number;
  readonly isPartial: boolean;
  /** Whether no other answer may be shown: then nothing is the most common. */
  readonly isAlone: boolean;
};

/** How often the answer is the same at two times. */
export type ToldSame = {
  readonly before: string;
  readonly after: string;
  readonly base: Base;
  readonly own: Both;
  /** As `where` says it; `null`: of all. */
  readonly where: string | null;
};

/** One language for what is published: the same numbers for everybody, and no word of a hidden one. */
export type NationWords = {
  readonly share: (told: ToldOfNation) => Finding;
  readonly mean: (told: ToldOfNation) => Finding;
  readonly answers: (told: ToldAnswers) => Finding;
  readonly countsAlone: (told: ToldCounts) => Finding;
  readonly same: (told: ToldSame) => Finding;

  /** The one sentence for everything that may not be shown, and its mark, explained by it. */
  readonly hidden: string;
  readonly mark: string;

  /** What else belongs to the sentence. */
  readonly among: (question: string, answers: readonly string[], base: Base) => string;
  readonly counted: (answers: readonly string[], kind: "share" | "frequencies") => string;
  readonly severalAnswers: string;
  /** A place tells of fewer answers than all together. */
  readonly rareNotTold: (base: Base) => string;
  readonly noDifference: (kind: "share" | "frequencies") => string;
  readonly sameIsNotNothing: string;

  /** «Polis eller Skola/förskola»: options that were merged. */
  readonly either: (labels: readonly string[]) => string;
  /** The name of a figure that holds one question against another. */
  readonly versus: (after: string, before: string, where: string | null) => string;
  /** «där svaret på «Måluppfyllelse» är «Helt» eller «Delvis»» */
  readonly where: (question: string, answers: readonly string[]) => string;
  readonly own: (base: NationBase) => string;
  readonly all: (base: NationBase) => string;
  readonly whole: (count: number, base: NationBase) => string;
  /** «44 % mot 28 %» */
  readonly against: (own: string, all: string) => string;
  readonly decimal: (value: number) => string;
  readonly averageAxis: string;
};
