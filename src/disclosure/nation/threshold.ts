/** A count from 1 up to and without this could be somebody. In the nation a zero is nobody. */
export const threshold = 5;

/** Of a number that is told; `amount.ts` holds what is known besides against it. */
export function isSafe(count: number): boolean {
  return count === 0 || count >= threshold;
}
