/** log √(2π). */
const logRootTwoPi = 0.9189385332046728;

/** From here on five terms of Stirling's series leave an error below 2·10⁻¹⁴. */
const seriesHolds = 10;

/**
 * log Γ(x), x > 0: the logarithm of (x − 1)! where x is whole. Error below 10⁻¹³ where |log Γ(x)| < 10,
 * relative 10⁻¹⁴ beyond.
 *
 * Source: Stirling's series, Abramowitz & Stegun (1964), 6.1.40–41; small x are moved up by
 * Γ(x) = Γ(x + 1) / x. Page: `docs/methods/distributions.md`.
 *
 * @throws unless x is finite and above 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new Error(`no log-gamma of ${x}`);
  let moved = x;
  let product = 1;
  while (moved < seriesHolds) {
    product *= moved;
    moved += 1;
  }
  const main = (moved - 0.5) * Math.log(moved) - moved + logRootTwoPi;
  return main + stirlingSeries(moved) - Math.log(product);
}

/**
 * What Stirling's formula leaves out of n!, n > 0: log Γ(n + 1) − ((n + ½) log n − n + log √(2π)). Small,
 * so that probabilities made of it keep their digits where log n! itself would have spent them.
 */
export function stirlingError(n: number): number {
  if (n >= seriesHolds) return stirlingSeries(n);
  return logGamma(n + 1) - ((n + 0.5) * Math.log(n) - n + logRootTwoPi);
}

function stirlingSeries(x: number): number {
  const square = x * x;
  const tail = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square;
  return (1 / 12 - (1 / 360 - tail / square) / square) / x;
}
