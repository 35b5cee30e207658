import type { IsoDate } from "#kernel";
import type { NationChapter } from "#report";

/**
 * GET /api/nation: what the latest release says of the nation, from protected tables alone; the same
 * for everybody who is signed in. `null` until something is published.
 */
export type NationView = { readonly nation: Nation | null };
export type Nation = PublishedHead & Published;

/** GET /api/nation/regions/:region: the same of one area or municipality, by its id in `regions`. */
export type NationRegionView = PublishedHead & Published & { readonly region: NationRegion };

/** What concerns all of a release. */
export type PublishedHead = {
  readonly codebook: string;
  readonly round: { readonly id: string; readonly from: IsoDate; readonly through: IsoDate };
  /** How many delivered, and how many deliveries could not be used. */
  readonly municipalities: number;
  readonly unusable: number;
  /** The auditor's, in words. */
  readonly verdict: string;
  /** Areas in the order of their codes, then municipalities in that of their names; none may be told. */
  readonly regions: readonly NationRegion[];
};

type Published = {
  /** `null`: may not be shown. */
  readonly cases: number | null;
  readonly closed: number | null;
  /**
   * In the codebook's order. A figure of a subgroup's chapter has all cases `beside`; a region's has the
   * nation, and shares of the valid answers.
   */
  readonly chapters: readonly NationChapter[];
};

export type NationRegion = {
  /** `county-91`, or a municipality's code. */
  readonly id: string;
  readonly level: "area" | "municipality";
  readonly name: string;
  /** The area that a municipality lies in. */
  readonly area: string | null;
  readonly cases: number | null;
};
