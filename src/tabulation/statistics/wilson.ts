/** Lower and upper limit, as fractions 0–1. */
export type Interval = readonly [lower: number, upper: number];

/** The 97.5th percentile of the standard normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval for a share x / n: the shares p whose score test does not reject x at 5 %.
 * Without continuity correction. Stays within 0–1 and has a width even where x is 0 or n.
 *
 * Source: Wilson, E. B. (1927), «Probable inference, the law of succession, and statistical
 * inference», JASA 22(158), 209–212. Formula and worked example: `docs/methods/wilson.md`.
 *
 * @throws unless 0 ≤ x ≤ n, both whole, n ≥ 1: without cases there is no share to be unsure of.
 */
export function wilsonInterval(x: number, n: number, z: number = z95): Interval {
  if (!Number.isInteger(x) || !Number.isInteger(n) || n < 1 || x < 0 || x > n) {
    throw new Error(`no share: ${x} of ${n}`);
  }
  const share = x / n;
  const pull = (z * z) / n;
  const centre = (share + pull / 2) / (1 + pull);
  const half = (z * Math.sqrt((share * (1 - share)) / n + pull / (4 * n))) / (1 + pull);
  // At 0 and n the limit is 0 and 1 exactly; rounding must not move it past them.
  return [x === 0 ? 0 : centre - half, x === n ? 1 : centre + half];
}
