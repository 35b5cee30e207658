import type { PhaseId } from "#codebook";

/** The sections of the page and where a link finds them. */
export const keyFigures = { id: "nyckeltal", title: "Nyckeltal" } as const;
export const questions = { id: "fraga-for-fraga", title: "Fråga för fråga" } as const;

export function phaseAnchor(phase: PhaseId): string {
  return `fas-${phase}`;
}
