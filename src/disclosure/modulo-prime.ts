/** 2²⁶ − 5, a prime: products of two remainders are still exact as numbers. */
export const prime = 67_108_859;

/** By Fermat's little theorem. */
export function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
