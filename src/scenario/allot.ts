/**
 * Shares a whole number out by weights, so that the parts sum to it exactly: everybody gets the whole
 * part of her due, and what is left goes to the largest remainders (Hamilton's method).
 * @returns as many parts as weights, in their order.
 */
export function allot(total: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole <= 0) throw new Error("weights must sum to more than nothing");
  const dues = weights.map((weight) => (total * weight) / whole);
  const parts = dues.map(Math.floor);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = dues
    .map((due, index) => ({ index, remainder: due - Math.floor(due) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** A list of `total` kinds with exactly these shares, in the order of the weights. */
export function allotKinds<Kind extends string>(
  total: number,
  shares: { readonly [kind in Kind]: number },
): readonly Kind[] {
  const kinds = Object.keys(shares) as Kind[];
  const counts = allot(
    total,
    kinds.map((kind) => shares[kind]),
  );
  return kinds.flatMap((kind, index) => Array.from({ length: counts[index] ?? 0 }, () => kind));
}
