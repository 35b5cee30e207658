import { bisect } from "./bisection.ts";
import { upperIncompleteGamma } from "./incomplete-gamma.ts";

/** Beyond ±40 a normal probability is 0 or 1 to the last digit that a double has. */
const edge = 40;

/**
 * The probability that a standard normal variable is at most x. Relative error below 10⁻¹² also in the
 * lower tail; for the upper one ask for −x.
 *
 * Source: Abramowitz & Stegun (1964), 26.2.29 with 6.5.17. Page: `docs/methods/distributions.md`.
 *
 * @throws unless x is finite.
 */
export function normalCdf(x: number): number {
  const tail = upperIncompleteGamma(0.5, (x * x) / 2) / 2;
  return x < 0 ? tail : 1 - tail;
}

/**
 * The x below which a standard normal variable lies with probability p.
 *
 * @throws unless 0 < p < 1: at 0 and 1 it lies infinitely far out.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`no normal quantile at ${p}`);
  return bisect((x) => normalCdf(x) < p, -edge, edge);
}
