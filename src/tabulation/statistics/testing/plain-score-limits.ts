const z = 1.959963984540054;

/** Wilson's limits of x / n found by halving on |x/n − p| = z √(p(1 − p)/n), without its solution. */
export function plainScoreLimits(x: number, n: number): readonly [lower: number, upper: number] {
  const share = x / n;
  const rejects = (p: number) => Math.abs(share - p) > z * Math.sqrt((p * (1 - p)) / n);
  return [border(0, share), border(1, share)];

  function border(outer: number, inner: number): number {
    let out = outer;
    let within = inner;
    for (let step = 0; step < 60; step += 1) {
      const middle = (out + within) / 2;
      if (rejects(middle)) out = middle;
      else within = middle;
    }
    return (out + within) / 2;
  }
}
