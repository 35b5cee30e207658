import type { Finding } from "./finding.ts";
import type { Base } from "./told.ts";

/** `subgroup`: the cases that the figure is about, as their noun; `null`: all of them. */
export type NationBase = Base & { readonly subgroup: string | null };

/** Two published numbers: a part of a whole, or a sum over cases. */
export type Both = { readonly part: number; readonly whole: number };

export type ToldOfNation = {
  readonly label: string;
  readonly base: NationBase;
  readonly own: Both;
  /** The same over all cases, where the figure is about a subgroup and it may be shown. */
  readonly all: Both | null;
};

export type ToldAnswers = ToldOfNation & {
  /** The answers given most often, all `own.part` times; none where no answer says anything. */
  readonly most: readonly string[];
  /** Whether some answer is hidden, so that «most» is said of the others alone. */
  readonly isPartial: boolean;
  readonly next: { readonly label: string; readonly own: Both } | null;
  /** Where the subgroup differs most from all, beyond what chance alone would do. */
  readonly difference: {
    readonly label: string;
    readonly own: Both;
    readonly all: Both;
  } | null;
};

/** How often the answer is the same at two times. */
export type ToldSame = {
  readonly before: string;
  readonly after: string;
  readonly base: Base;
  readonly own: Both;
};

/** One language for what is published: the same numbers for everybody, and no word of a hidden one. */
export type NationWords = {
  readonly share: (told: ToldOfNation) => Finding;
  readonly mean: (told: ToldOfNation) => Finding;
  readonly answers: (told: ToldAnswers) => Finding;
  readonly same: (told: ToldSame) => Finding;

  /** The one sentence for everything that may not be shown, and its mark, explained by it. */
  readonly hidden: string;
  readonly mark: string;

  /** What else belongs to the sentence. */
  readonly among: (question: string, answers: readonly string[], base: Base) => string;
  readonly counted: (answers: readonly string[], kind: "share" | "frequencies") => string;
  readonly severalAnswers: string;
  readonly noDifference: (kind: "share" | "frequencies") => string;
  readonly ofShownOnly: string;
  readonly asOneAnswer: (merged: readonly string[]) => string;
  readonly sameIsNotNothing: string;

  /** «Polis eller Skola/förskola»: options that were merged. */
  readonly either: (labels: readonly string[]) => string;
  /** The name of a figure that holds one question against another. */
  readonly versus: (after: string, before: string) => string;
  readonly own: (base: NationBase) => string;
  readonly all: (base: Base) => string;
  readonly whole: (count: number, base: NationBase) => string;
  /** «44 % mot 28 %» */
  readonly against: (own: string, all: string) => string;
  readonly decimal: (value: number) => string;
  readonly averageAxis: string;
};
