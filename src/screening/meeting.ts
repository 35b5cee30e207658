import type { IsoDate, UnitId } from "#kernel";

/**
 * What was noted of one meeting, and nothing about who was met, who noted it, or when of the day: the
 * answers as one canonical text, such as `F04=1;F06=3;F07=1`: the same answers, the same text.
 * Questions in the codebook's order, codes ascending and joined by `+`, nothing of what was not answered.
 */
export type Combination = string;

/** So many meetings of a unit on a day were noted like this. All that is kept. */
export type TalliedDay = {
  readonly unit: UnitId;
  readonly day: IsoDate;
  readonly combination: Combination;
  /** ≥ 1. */
  readonly count: number;
};
