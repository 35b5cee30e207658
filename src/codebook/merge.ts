import type { Codebook } from "./codebook.ts";

/** A common codebook with an overlay's additions after its own, under the overlay's name. */
export function merge(common: Codebook, overlay: Codebook): Codebook {
  const { overlays, $schema: _, ...named } = overlay;
  return {
    ...named,
    ...(overlays
      ? {
          extends: {
            codebook: common.id,
            version: common.version,
            namespace: overlays.namespace,
          },
        }
      : {}),
    phases: common.phases,
    variables: [...common.variables, ...overlay.variables],
    groups: [...common.groups, ...overlay.groups],
    indicators: [...common.indicators, ...overlay.indicators],
    checks: [...common.checks, ...overlay.checks],
    subgroups: common.subgroups,
    chapters: common.chapters,
  };
}
