/**
 * The probabilities of 0 … n of n, from the most probable outwards by the ratio of neighbours, then
 * divided by their sum: no logarithm and no special function.
 */
export function plainBinomial(n: number, p: number): readonly number[] {
  const weights = new Array<number>(n + 1).fill(0);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  weights[mode] = 1;
  for (let k = mode; k < n; k += 1) {
    weights[k + 1] = ((weights[k] ?? 0) * (n - k) * p) / ((k + 1) * (1 - p));
  }
  for (let k = mode; k > 0; k -= 1) {
    weights[k - 1] = ((weights[k] ?? 0) * k * (1 - p)) / ((n - k + 1) * p);
  }
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.map((each) => each / sum);
}

/** The probability of `from` … `to` of n, summed from the smaller end so that small ones count. */
export function plainBinomialSum(n: number, p: number, from: number, to: number): number {
  return plainBinomial(n, p)
    .slice(from, to + 1)
    .toSorted((a, b) => a - b)
    .reduce((total, each) => total + each, 0);
}
