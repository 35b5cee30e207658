import type { Figure } from "./figure.ts";

/** Under this only counts are shown: one case more or less would move the share by over ten points. */
export const leastForShares = 10;
/** From this a share is shown without reserve; the interval is then at most ± 17 points. */
export const leastForSolid = 30;

/** The rule of small numbers inside the unit, in one place (`statistics.md` §3). */
export function certaintyOf(denominator: number): Figure["certainty"] {
  if (denominator === 0) return "empty";
  if (denominator < leastForShares) return "counts-only";
  return denominator < leastForSolid ? "uncertain" : "solid";
}

/** The share, or `null` where there are too few for one. */
export function shareOf(count: number, denominator: number): number | null {
  return denominator < leastForShares ? null : count / denominator;
}
