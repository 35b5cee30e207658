import { binomialDensity } from "./binomial-density.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * The probability of exactly k of n, each with probability p. 0 where k < 0 or k > n.
 *
 * Source and page: see `binomialDensity`.
 *
 * @throws unless n is whole and at least 0, k is whole and 0 ≤ p ≤ 1.
 */
export function binomialProbability(k: number, n: number, p: number): number {
  checkBinomial(k, n, p);
  return k < 0 || k > n ? 0 : binomialDensity(k, n, p);
}

/**
 * The probability of at most k of n, each with probability p. Relative error below 10⁻¹¹ for n up to
 * 10 000, also far out in the lower tail; the upper one is `binomialCdf(n − k, n, 1 − p)`, at least k.
 *
 * Source: Abramowitz & Stegun (1964), 26.5.24. Page: `docs/methods/distributions.md`.
 *
 * @throws unless n is whole and at least 0, k is whole and 0 ≤ p ≤ 1.
 */
export function binomialCdf(k: number, n: number, p: number): number {
  checkBinomial(k, n, p);
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1);
}

/**
 * The smallest k for which the probability of at most k of n reaches `probability`.
 *
 * @throws unless 0 ≤ probability ≤ 1, n is whole and at least 0, and 0 ≤ p ≤ 1.
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new Error(`no quantile at ${probability}`);
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) >= probability) high = middle;
    else low = middle + 1;
  }
  checkBinomial(low, n, p);
  return low;
}

function checkBinomial(k: number, n: number, p: number): void {
  if (!Number.isInteger(k) || !Number.isInteger(n) || n < 0 || !(p >= 0 && p <= 1)) {
    throw new Error(`no binomial probability: ${k} of ${n} at ${p}`);
  }
}
