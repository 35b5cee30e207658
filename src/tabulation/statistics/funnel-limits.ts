import { binomialCdf, binomialQuantile } from "./distributions/binomial.ts";
import type { Interval } from "./wilson.ts";

/** Between which shares places of one size lie by chance alone. */
export type FunnelLimits = {
  /** 95 %. */
  readonly inner: Interval;
  /** 99.8 %. */
  readonly outer: Interval;
};

/**
 * Limits of a funnel plot: where the share of n cases lies when its long-run share is theta. Exact
 * binomial limits with Spiegelhalter's interpolation, which makes them smooth in n. Fractions 0–1; a
 * lower limit below 0 is 0. Where theta is 0 or 1 there is no chance, and both limits are theta.
 *
 * For drawing. The upper line lies up to one case below the number that chance would seldom reach: whether
 * a place stands out is asked of `funnelTail`, never of the line.
 *
 * Source: Spiegelhalter, D. J. (2005), «Funnel plots for comparing institutional performance»,
 * Statistics in Medicine 24(8), 1185–1202, appendix A.1.1. Formula and worked example:
 * `docs/methods/funnel.md`.
 *
 * @throws unless 0 ≤ theta ≤ 1 and n is whole and at least 1.
 */
export function funnelLimits(theta: number, n: number): FunnelLimits {
  if (!(theta >= 0 && theta <= 1) || !Number.isInteger(n) || n < 1) {
    throw new Error(`no funnel around ${theta} at ${n} cases`);
  }
  return {
    inner: [limitAt(0.025, theta, n), limitAt(0.975, theta, n)],
    outer: [limitAt(0.001, theta, n), limitAt(0.999, theta, n)],
  };
}

function limitAt(probability: number, theta: number, n: number): number {
  if (theta === 0 || theta === 1) return theta;
  const r = binomialQuantile(probability, n, theta);
  const reached = binomialCdf(r, n, theta);
  const before = binomialCdf(r - 1, n, theta);
  const back = (reached - probability) / (reached - before);
  return Math.max(0, (r - back) / n);
}

/**
 * How far out x of n is when the long-run share is theta: the smaller of the probabilities of x or fewer
 * and of x or more, at most 1. Beyond the 95 % limits below .025, beyond the 99.8 % limits below .001.
 *
 * Source: exact binomial tails. Worked example: `docs/methods/funnel.md`.
 *
 * @throws unless 0 ≤ x ≤ n, both whole, n ≥ 1, and 0 ≤ theta ≤ 1.
 */
export function funnelTail(x: number, n: number, theta: number): number {
  if (!Number.isInteger(x) || x < 0 || x > n || n < 1) throw new Error(`no share: ${x} of ${n}`);
  return Math.min(binomialCdf(x, n, theta), binomialCdf(n - x, n, 1 - theta));
}
