import type { Text } from "#codebook";

/**
 * One figure as it is told: picture, sentence, table. Made from an InternalTable (inside the unit) or
 * a SafeTable (everywhere else); what may not be shown is not in it.
 */
export type Figure<Lane extends "internal" | "safe" = "internal" | "safe"> = {
  /** `internal`: exact, for the unit alone; «får ej spridas». */
  readonly lane: Lane;
  /** Variable id or indicator id; about a subgroup, with its id before it: `men:V17`. */
  readonly id: string;
  /** What was counted: the table's name. */
  readonly label: Text;
  readonly kind: "share" | "mean" | "frequencies";
  readonly population: "started" | "closed";
  readonly reconstructed: boolean;
  /** The chain of denominators, always shown. */
  readonly base: FigureChain;
  /**
   * Internal: `counts-only` under 10, `uncertain` 10–29, `solid` from 30. Safe: `counts-only` where
   * there are too few for a share (30) or a mean (10), else `solid`; `hidden` where what it would say
   * may not be shown.
   */
  readonly certainty: "hidden" | "empty" | "counts-only" | "uncertain" | "solid";
  /** For `share` and `mean`. `value` is a fraction 0–1 (share) or the mean; null where too few. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  /** 95 % interval of a share, as fractions. */
  readonly interval: readonly [number, number] | null;
  /**
   * For `frequencies`: options in the codebook's order, then missing codes. For an internal `mean`: how
   * many cases have how many (`code`) options. `share` is of the answered, below the nation of the
   * valid; null where too few.
   */
  readonly rows: readonly FigureRow[];
  /** The same over all cases where the figure is about a subgroup, in the nation where about a place. */
  readonly beside: FigureBeside | null;
  /**
   * Of what the client says: from how many of the closed cases there is an answer. `null`: it is not about
   * what she says, or that may not be shown.
   */
  readonly response: FigureResponse | null;
  /** What it says in short, for its title. Of an internal figure the first part of the sentence. */
  readonly message: string;
  /** What it says, with its base, and with a reserve where there are few. */
  readonly sentence: string;
  /** The picture as a tree of SVG elements; null where there is nothing to draw. */
  readonly picture: SvgNode | null;
};

/** `offered`: to how many she was offered the survey; `null` where that is not told. */
export type FigureResponse = {
  readonly sentence: string;
  readonly closed: number;
  readonly offered: number | null;
  readonly answered: number;
};

/** A step that is `null` may not be shown; below the nation the steps between are not told of at all. */
export type FigureChain = {
  readonly eligible: number | null;
  readonly asked?: number | null;
  readonly answered?: number | null;
  readonly valid: number | null;
};

/** What a subgroup, or a place, is held against: a row for each of the figure's own. */
export type FigureBeside = {
  readonly label: Text;
  readonly base: FigureChain;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly rows: readonly FigureRow[];
};

export type FigureRow = {
  /** Of several merged options: the first. */
  readonly code: number;
  readonly label: Text;
  readonly isMissing: boolean;
  /** `null`: may not be shown, and no reason is given. Never in an internal figure. */
  readonly count: number | null;
  readonly share: number | null;
};

export type SvgNode = {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly (SvgNode | string)[];
};
