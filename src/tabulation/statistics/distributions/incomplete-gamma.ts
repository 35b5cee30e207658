import { continuedFraction } from "./continued-fraction.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * The upper regularised incomplete gamma function Q(a, x), a > 0, x ≥ 0: the probability that a
 * Gamma(a, 1) variable is above x. Relative error below 10⁻¹² for a up to 100.
 *
 * Source: Abramowitz & Stegun (1964), 6.5.29 (the series, where x is small beside a), 6.5.31 (the
 * continued fraction, in its even form). Page: `docs/methods/distributions.md`.
 *
 * @throws unless a is finite and above 0, and x is finite and not negative.
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0 && a < Number.POSITIVE_INFINITY && x < Number.POSITIVE_INFINITY)) {
    throw new Error(`no incomplete gamma of ${a} at ${x}`);
  }
  if (x === 0) return 1;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) return 1 - factor * lowerSeries(a, x);
  return factor / continuedFraction(x + 1 - a, (j) => [j * (a - j), x + 2 * j + 1 - a]);
}

/** 1/a + x/(a(a + 1)) + x²/(a(a + 1)(a + 2)) + … */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let j = 1; term > sum * Number.EPSILON; j += 1) {
    term *= x / (a + j);
    sum += term;
  }
  return sum;
}
