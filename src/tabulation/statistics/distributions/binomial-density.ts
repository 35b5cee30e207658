import { stirlingError } from "./log-gamma.ts";

/**
 * Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) · pᵏ (1 − p)ⁿ⁻ᵏ for real 0 ≤ k ≤ n, 0 ≤ p ≤ 1; where k and n are whole,
 * the probability of exactly k of n. Relative error below 10⁻¹² for n up to 10 000, also far out.
 *
 * Source: Loader, C. (2000), «Fast and accurate computation of binomial probabilities»: what is large is
 * taken out of the logarithms before they are subtracted. Page: `docs/methods/distributions.md`.
 */
export function binomialDensity(k: number, n: number, p: number): number {
  if (k === n) return p ** n;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (p === 0 || p === 1) return 0;
  const rest = n - k;
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(rest);
  const distance = deviance(k, n * p) + deviance(rest, n * (1 - p));
  return Math.exp(errors - distance) * Math.sqrt(n / (2 * Math.PI * k * rest));
}

/** x log(x / m) + m − x, without losing digits where x is close to m. */
function deviance(x: number, m: number): number {
  const gap = (m - x) / x;
  if (Math.abs(gap) < 0.5) return x * (gap - Math.log1p(gap));
  return x * Math.log(x / m) + m - x;
}
