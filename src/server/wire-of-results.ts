import type { Text } from "#codebook";
import type { Instant } from "#kernel";
import type { Results } from "#report";

/**
 * GET /api/units/:unit/results?period=&group= : a unit's own, exact; for those who may open its cases,
 * never stored, every view logged, «får ej spridas».
 */
export type UnitResultsView = ResultChoices & {
  readonly unit: { readonly id: string; readonly name: string };
  readonly codebook: string;
  readonly countedAt: Instant;
  readonly cases: number;
  readonly closed: number;
  readonly results: Results<"internal">;
};

/** GET /api/local-releases/:halfYear/results?group= : the municipality's own, frozen and protected. */
export type LocalResultsView = ResultChoices & {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly codebook: string;
  readonly frozenAt: Instant;
  /** `null`: may not be shown. */
  readonly cases: number | null;
  readonly closed: number | null;
  readonly results: Results<"safe">;
};

/** What there is to choose among; `null` chosen: all. Nothing here tells of a count. */
type ResultChoices = {
  readonly periods: readonly { readonly id: string; readonly label: string }[];
  readonly groups: readonly { readonly id: string; readonly label: Text }[];
  readonly chosen: { readonly period: string | null; readonly group: string | null };
};
