import { incompleteBetaInverse } from "./distributions/incomplete-beta.ts";
import type { Interval } from "./wilson.ts";

/**
 * Clopper and Pearson's «exact» interval for a share x / n: the shares p for which neither «x or more»
 * nor «x or fewer» has a probability below alpha / 2. Covers at least 1 − alpha, often more. Limits as
 * fractions 0–1.
 *
 * Source: Clopper, C. J. & Pearson, E. S. (1934), «The use of confidence or fiducial limits illustrated
 * in the case of the binomial», Biometrika 26(4), 404–413. Formula and worked example:
 * `docs/methods/clopper-pearson.md`.
 *
 * @throws unless 0 ≤ x ≤ n, both whole, n ≥ 1, and 0 < alpha < 1.
 */
export function clopperPearsonInterval(x: number, n: number, alpha = 0.05): Interval {
  if (!Number.isInteger(x) || !Number.isInteger(n) || n < 1 || x < 0 || x > n) {
    throw new Error(`no share: ${x} of ${n}`);
  }
  if (!(alpha > 0 && alpha < 1)) throw new Error(`no interval at alpha ${alpha}`);
  return [
    x === 0 ? 0 : incompleteBetaInverse(alpha / 2, x, n - x + 1),
    x === n ? 1 : incompleteBetaInverse(1 - alpha / 2, x + 1, n - x),
  ];
}
