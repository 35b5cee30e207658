import type { Codebook } from "./codebook.ts";

/** A measure ships with Skillnad, and any municipality may switch it on; its names begin with `m1.`. */
export function isMeasure({ overlays }: Codebook): boolean {
  return overlays?.namespace.startsWith("m") ?? false;
}

/** Of the measures that there are, those that the overlay switches on, in its order. */
export function measuresOf(
  overlay: Codebook,
  common: Codebook,
  measures: readonly Codebook[],
): readonly Codebook[] {
  return (overlay.measures ?? []).flatMap((name) =>
    measures.filter((measure) => measure.id === name && fits(measure, common)).slice(0, 1),
  );
}

function fits(measure: Codebook, common: Codebook): boolean {
  return isMeasure(measure) && measure.overlays?.codebook === common.id;
}
