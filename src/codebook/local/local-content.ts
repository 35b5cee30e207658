import type { Codebook } from "../codebook.ts";

/** What a municipality writes itself of its codebook; id, version and the rest follow from whose it is. */
export type LocalContent = Pick<Codebook, "variables" | "groups" | "indicators" | "checks"> & {
  readonly measures: readonly string[];
};

export const emptyContent: LocalContent = {
  measures: [],
  variables: [],
  groups: [],
  indicators: [],
  checks: [],
};

export function contentOf(overlay: Codebook): LocalContent {
  const { measures = [], variables, groups, indicators, checks } = overlay;
  return { measures, variables, groups, indicators, checks };
}
