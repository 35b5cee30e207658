import type { Difference } from "./newcombe.ts";
import { checkWholeCounts } from "./whole-counts.ts";
import { wilsonInterval } from "./wilson.ts";

/** The same cases asked twice, yes or no: how many said yes both times, only at first, … */
export type PairedCounts = {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
};

/**
 * Newcombe's interval, 95 %, for the difference between two shares of the same cases, first − second:
 * Wilson's limits of each, joined with regard to how the answers go together («method 10» for paired
 * data).
 *
 * Source: Newcombe, R. G. (1998), «Improved confidence intervals for the difference between binomial
 * proportions based on paired data», Statistics in Medicine 17(22), 2635–2650. Formula and worked
 * example: `docs/methods/mcnemar.md`.
 *
 * @throws unless all four are whole, none negative, and together at least 1.
 */
export function pairedNewcombe(counts: PairedCounts): Difference {
  const { both, onlyFirst, onlySecond, neither } = counts;
  checkWholeCounts([both, onlyFirst, onlySecond, neither]);
  const total = both + onlyFirst + onlySecond + neither;
  const first = (both + onlyFirst) / total;
  const second = (both + onlySecond) / total;
  const [firstLower, firstUpper] = wilsonInterval(both + onlyFirst, total);
  const [secondLower, secondUpper] = wilsonInterval(both + onlySecond, total);
  const correlation = correctedPhi(counts);
  const difference = (onlyFirst - onlySecond) / total;
  return {
    difference,
    interval: [
      difference - joined(first - firstLower, secondUpper - second, correlation),
      difference + joined(firstUpper - first, second - secondLower, correlation),
    ],
  };
}

/** √(u² − 2φuv + v²): the more the answers go together, the surer the difference. */
function joined(u: number, v: number, correlation: number): number {
  return Math.sqrt(Math.max(0, u * u - 2 * correlation * u * v + v * v));
}

/** φ, where a positive one is lessened by n / 2 in its numerator, at most to 0; 0 without variation. */
function correctedPhi({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  const total = both + onlyFirst + onlySecond + neither;
  const margins =
    (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const cross = both * neither - onlyFirst * onlySecond;
  const corrected = cross > 0 ? Math.max(0, cross - total / 2) : cross;
  return corrected / Math.sqrt(margins);
}
