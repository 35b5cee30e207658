/**
 * Where `isBelow` turns from true to false between `low` and `high`, for a condition that turns once, to
 * the last digit of a double. Slow and certain: it cannot diverge as Newton's steps can.
 */
export function bisect(isBelow: (x: number) => boolean, low: number, high: number): number {
  let below = low;
  let above = high;
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return middle;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
}
