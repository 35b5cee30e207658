import type { Codebook } from "./codebook.ts";

/**
 * A common codebook with the additions of measures after its own, and an overlay's last, under the
 * overlay's name.
 */
export function merge(
  common: Codebook,
  overlay: Codebook,
  measures: readonly Codebook[] = [],
): Codebook {
  const { overlays, $schema: _, measures: __, ...named } = overlay;
  return {
    ...named,
    ...(overlays
      ? {
          extends: {
            codebook: common.id,
            version: common.version,
            namespace: overlays.namespace,
            ...(measures.length > 0 ? { measures: measures.map(({ id }) => id) } : {}),
          },
        }
      : {}),
    phases: common.phases,
    ...additions([common, ...measures, overlay]),
    subgroups: common.subgroups,
    chapters: common.chapters,
  };
}

/** What an overlay adds to: the common codebook with the measures that it switches on. */
export function withMeasures(common: Codebook, measures: readonly Codebook[]): Codebook {
  return measures.length === 0 ? common : { ...common, ...additions([common, ...measures]) };
}

function additions(parts: readonly Codebook[]) {
  const earlier = parts.flatMap((part) => part.earlier ?? []);
  return {
    ...(earlier.length > 0 ? { earlier } : {}),
    variables: parts.flatMap(({ variables }) => variables),
    groups: parts.flatMap(({ groups }) => groups),
    indicators: parts.flatMap(({ indicators }) => indicators),
    checks: parts.flatMap(({ checks }) => checks),
  };
}
