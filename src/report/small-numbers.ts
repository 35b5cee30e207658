import type { Shown } from "#disclosure";
import type { Figure } from "./figure.ts";

/** Under this only counts are shown: one case more or less would move the share by over ten points. */
export const leastForShares = 10;
/** From this a share is shown without reserve; the interval is then at most ± 17 points. */
export const leastForSolid = 30;

/** Under this a subgroup is told with reserve, and how many more are needed. */
export const leastForSubgroups = 100;
/** Steps of time: fewer show no pattern, and eight in a row on one side are one. */
export const leastForSeries = 8;

/** The rule of small numbers inside the unit, in one place (`statistics.md` §3). */
export function certaintyOf(denominator: number): "empty" | "counts-only" | "uncertain" | "solid" {
  if (denominator === 0) return "empty";
  if (denominator < leastForShares) return "counts-only";
  return denominator < leastForSolid ? "uncertain" : "solid";
}

/** The same of a part of the cases: nothing of it is solid under a hundred. */
export function certaintyOfSubgroup(denominator: number): ReturnType<typeof certaintyOf> {
  const certainty = certaintyOf(denominator);
  return certainty === "solid" && denominator < leastForSubgroups ? "uncertain" : certainty;
}

/** As one of all cases, or of a part of them. */
export function certaintyAmong(
  { isPart = false }: { readonly isPart?: boolean },
  denominator: number,
): ReturnType<typeof certaintyOf> {
  return isPart ? certaintyOfSubgroup(denominator) : certaintyOf(denominator);
}

/** The share, or `null` where there are too few for one. */
export function shareOf(count: number, denominator: number): number | null {
  return denominator < leastForShares ? null : count / denominator;
}

/** In a publication, from protected counts alone (`statistics.md` §2). */
export const leastForPublishedShares = 30;
export const leastForPublishedMeans = 10;

export const leastForSharesIn = {
  internal: leastForShares,
  safe: leastForPublishedShares,
} as const;

/** The share as it may be published: of two shown counts, and of enough. */
export function publishedShare(count: Shown, denominator: Shown): number | null {
  if (count === null || denominator === null) return null;
  return denominator < leastForPublishedShares ? null : count / denominator;
}

/** The mean as it may be published. */
export function publishedMean(total: Shown, denominator: Shown): number | null {
  if (total === null || denominator === null) return null;
  return denominator < leastForPublishedMeans ? null : total / denominator;
}

/** How a published figure over `denominator` may be told, where `least` are enough. */
export function publishedCertainty(
  shown: readonly Shown[],
  denominator: Shown,
  least: number,
): Figure["certainty"] {
  if (denominator === null || shown.includes(null)) return "hidden";
  if (denominator === 0) return "empty";
  return denominator < least ? "counts-only" : "solid";
}
