import type { Instant } from "#kernel";
import type { Comparison, Panel } from "#report";
import type { PublishedHead } from "./wire-of-nation.ts";

/**
 * GET /api/comparison?indicator= : the reader's municipality beside its area, the nation and others, from
 * protected tables alone; one's own municipality is the session's. `null` until something is published.
 */
export type ComparisonView = { readonly published: PublishedComparison | null };

export type PublishedComparison = Pick<
  PublishedHead,
  "codebook" | "round" | "municipalities" | "verdict"
> & {
  /** `null`: the publication does not tell of the reader's municipality. */
  readonly own: { readonly id: string; readonly name: string } | null;
  readonly comparison: Comparison;
};

/**
 * GET /api/units/:unit/comparison?indicator= : a unit's own share, exact, beside the nation's; for those who
 * may open its cases, never stored, every view logged, «får ej spridas».
 */
export type UnitComparisonView = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly countedAt: Instant;
  readonly panel: Panel<"internal">;
};
