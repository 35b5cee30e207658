/**
 * What the pictures are drawn from: numbers that are shown already, and words in one language. `null`: may
 * not be shown; it keeps its place and has its mark, and no length, position or order gives it away. Every
 * number that is given here is told in the picture's words: the panel's tables hold them all.
 */

type Words = {
  /** What is counted: the picture's name, before what it says to those who do not see it. */
  readonly name: string;
  /** Under the picture: what the axis counts, what lines and whiskers are. */
  readonly notes: readonly string[];
};

/** The chain of denominators as steps, each as wide as its part of the first. */
export type StripPicture = Words & {
  readonly steps: readonly { readonly label: string; readonly count: number | null }[];
};

/** Parts of one whole in one bar, in the codebook's order, what is not known last and hatched. */
export type PartsPicture = Words & {
  readonly parts: readonly {
    readonly label: string;
    readonly count: number | null;
    /** Fraction; `null` where hidden or where there are too few for shares. */
    readonly share: number | null;
    readonly isUnknown: boolean;
  }[];
};

/**
 * How many went from each level (row) to each (column): darker where there are more, the number in it. At
 * most seven levels: more would not fit beside each other where it is narrowest.
 */
export type TransitionPicture = Words & {
  readonly from: string;
  readonly to: string;
  readonly levels: readonly string[];
  /** A row for each level before, in it one for each level after. */
  readonly counts: readonly (readonly (number | null)[])[];
};

/** The same where there are few (under 15): a line for each way, as thick as it is common. */
export type SlopePicture = TransitionPicture;

/** A fraction; `none`: there is no such share, such as of too few («–»); `null`: it may not be shown («..»). */
export type PlacedShare = number | "none" | null;

/** Shares side by side on one axis from nought: never in order of size. */
export type DumbbellPicture = Words & {
  /** At most two others: there are no more shapes. */
  readonly sides: readonly { readonly label: string; readonly look: "own" | "all" | "other" }[];
  readonly lines: readonly {
    readonly label: string;
    /** One for each side; `none`: of too few for a share («–»). */
    readonly shares: readonly PlacedShare[];
    /** 95 %, of the first side's; told, so that it belongs in the table too. */
    readonly interval: readonly [number, number] | null;
  }[];
};

/** Shares against how many they are of, with exact limits around that of all together. */
export type FunnelPicture = Words & {
  readonly all: { readonly count: number; readonly total: number };
  /** Only those that are shown. Without a name to others: one's own alone is named. */
  readonly places: readonly {
    readonly label: string;
    readonly count: number;
    readonly total: number;
    readonly isOwn: boolean;
  }[];
};

/** A share step by step in time, with what chance alone may bring. */
export type TrendPicture = Words & {
  readonly steps: readonly {
    readonly label: string;
    readonly share: PlacedShare;
    /** What chance alone may bring; drawn where the share is. */
    readonly limits: readonly [number, number] | null;
  }[];
  /** The share of all steps; told, so that it belongs in the table too. */
  readonly centre: number | null;
  /** Steps before which the question changed: no line crosses them. */
  readonly breaks: readonly number[];
};
