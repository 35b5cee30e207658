/** The upper tail of the standard normal distribution at x ≥ 0: a series near 0, a fraction beyond. */
export function plainNormalTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let odd = 3; term > 1e-18; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = x;
  for (let j = 200; j >= 1; j -= 1) fraction = x + j / fraction;
  return density / fraction;
}

/** The upper tail of a chi-squared distribution in closed form: a sum of Poisson terms, or of half ones. */
export function plainChiSquaredTail(x: number, degreesOfFreedom: number): number {
  const isEven = degreesOfFreedom % 2 === 0;
  let term = isEven ? Math.exp(-x / 2) : Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2);
  let tail = isEven ? 0 : 2 * plainNormalTail(Math.sqrt(x));
  for (let step = isEven ? 2 : 3; step <= degreesOfFreedom; step += 2) {
    tail += term;
    term *= x / step;
  }
  return tail;
}
