import { type Interval, wilsonInterval, z95 } from "./wilson.ts";

/** `count` cases of `total`, both whole, 0 ≤ count ≤ total, total ≥ 1. */
export type Share = { readonly count: number; readonly total: number };

/** A difference between two shares, −1 to 1, and its 95 % limits. */
export type Difference = { readonly difference: number; readonly interval: Interval };

/**
 * Newcombe's hybrid score interval, 95 %, for the difference between two independent shares, one −
 * other: Wilson's limits of each, joined by squaring and adding. Without continuity correction
 * («method 10»). Two groups, or two periods with different cases; for the same cases twice see
 * `pairedNewcombe`.
 *
 * Source: Newcombe, R. G. (1998), «Interval estimation for the difference between independent
 * proportions: comparison of eleven methods», Statistics in Medicine 17(8), 873–890. Formula and worked
 * example: `docs/methods/newcombe.md`.
 *
 * @param z wider than 95 % where several differences are looked at together.
 * @throws unless both are shares, as of `wilsonInterval`.
 */
export function newcombeDifference(one: Share, other: Share, z: number = z95): Difference {
  const [lower, upper] = wilsonInterval(one.count, one.total, z);
  const [otherLower, otherUpper] = wilsonInterval(other.count, other.total, z);
  const share = one.count / one.total;
  const otherShare = other.count / other.total;
  const difference = share - otherShare;
  return {
    difference,
    interval: [
      difference - Math.hypot(share - lower, otherUpper - otherShare),
      difference + Math.hypot(upper - share, otherShare - otherLower),
    ],
  };
}
