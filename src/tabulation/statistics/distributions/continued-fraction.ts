/** More steps than any fraction here needs for arguments up to a million. */
const mostSteps = 10_000;

/**
 * b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), from the front, until a step changes nothing.
 *
 * Source: Lentz, W. J. (1976), «Generating Bessel functions in Mie scattering calculations using
 * continued fractions», Applied Optics 15(3), 668–671. Page: `docs/methods/distributions.md`.
 *
 * @param first b₀, not 0. @param term aⱼ and bⱼ for j = 1, 2, …
 * @throws when it has not settled after 10 000 steps, or meets what is no number.
 */
export function continuedFraction(
  first: number,
  term: (j: number) => readonly [a: number, b: number],
): number {
  let value = first;
  let ahead = first;
  let behind = 0;
  for (let j = 1; j <= mostSteps; j += 1) {
    const [a, b] = term(j);
    behind = 1 / (b + a * behind);
    ahead = b + a / ahead;
    const step = ahead * behind;
    value *= step;
    if (Math.abs(step - 1) <= Number.EPSILON) return value;
  }
  throw new Error("the continued fraction does not settle");
}
