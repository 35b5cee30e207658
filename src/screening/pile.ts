import type { IsoDate, UnitId } from "#kernel";

/** Paper forms of one unit and day range, counted by hand: `count` forms noted alike, line by line. */
export type Pile = {
  readonly unit: UnitId;
  /** The day on the forms; of a pile from several days the first. */
  readonly day: IsoDate;
  /** The number on the pile's cover sheet. Twice the same number is the same pile. */
  readonly number: string;
  /** How many forms lie in it, counted before they were keyed in. */
  readonly forms: number;
  readonly lines: readonly PileLine[];
};

/** Forms that are filled in alike, with their combination. */
export type PileLine = { readonly combination: string; readonly count: number };
