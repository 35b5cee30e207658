import type { Text } from "#codebook";

/**
 * One figure as it is told: picture, sentence, table. Made from an InternalTable (inside the unit) or
 * a SafeTable (everywhere else); what may not be shown is not in it.
 */
export type Figure = {
  /** `internal`: exact, for the unit alone; «får ej spridas». */
  readonly lane: "internal" | "safe";
  /** Variable id or indicator id. */
  readonly id: string;
  readonly label: Text;
  readonly kind: "share" | "mean" | "frequencies";
  readonly population: "started" | "closed";
  readonly reconstructed: boolean;
  /** The chain of denominators, always shown. */
  readonly base: {
    readonly eligible: number;
    readonly asked: number;
    readonly answered: number;
    readonly valid: number;
  };
  /** `counts-only` under 10, `uncertain` 10–29, `solid` from 30. */
  readonly certainty: "empty" | "counts-only" | "uncertain" | "solid";
  /** For `share` and `mean`. `value` is a fraction 0–1 (share) or the mean; null where too few. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  /** 95 % interval of a share, as fractions. */
  readonly interval: readonly [number, number] | null;
  /**
   * For `frequencies`: options in the codebook's order, then missing codes. For `mean`: how many cases
   * have how many (`code`) options. `share` is of the answered, null where too few.
   */
  readonly rows: readonly FigureRow[];
  /** What it says, with its base, and with a reserve where there are few. */
  readonly sentence: string;
  /** The picture as a tree of SVG elements; null where there is nothing to draw. */
  readonly picture: SvgNode | null;
};

export type FigureRow = {
  readonly code: number;
  readonly label: Text;
  readonly isMissing: boolean;
  readonly count: number;
  readonly share: number | null;
};

export type SvgNode = {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly (SvgNode | string)[];
};
