import type { Text } from "#codebook";
import type { HalfYear, Instant, IsoDate } from "#kernel";
import type { NationChapter } from "#report";
import type { Refusal } from "./wire.ts";

/** GET /api/local-releases · POST /api/local-releases {halfYear}, which answers with it and 202. */
export type LocalReleaseList = {
  /** The latest half-year first. */
  readonly releases: readonly { readonly halfYear: HalfYear; readonly frozenAt: Instant }[];
  /** Being counted, protected and audited: takes minutes. */
  readonly freezing: { readonly halfYear: HalfYear; readonly since: Instant } | null;
  /** For those who may freeze: half-years that have ended and are not frozen, the latest first. */
  readonly mayFreeze: readonly HalfYear[];
  /** For them too: why the latest try came to nothing. */
  readonly refused: {
    readonly halfYear: HalfYear;
    readonly problems: Refusal["problems"];
  } | null;
};

/**
 * GET /api/local-releases/:halfYear?group=: the municipality's own figures of a half-year, from protected
 * tables alone, for all cases or for one group with all of them beside.
 */
export type LocalReleaseView = {
  readonly halfYear: HalfYear;
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly frozenAt: Instant;
  readonly codebook: string;
  readonly cases: number | null;
  readonly closed: number | null;
  /** The auditor's, in words. */
  readonly verdict: string;
  /** Groups of which anything is told. */
  readonly groups: readonly LocalGroupView[];
  readonly group: LocalGroupView | null;
  readonly chapters: readonly NationChapter[];
};

export type LocalGroupView = {
  readonly id: string;
  /** «Ålder vid ärendets start: 18–34 år» */
  readonly label: Text;
  /** In the middle of a sentence. */
  readonly noun: Text;
};
