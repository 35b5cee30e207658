import { seededRandomness } from "#kernel";

/** Lines in a sample; a period with fewer reads is looked at whole. */
export const sampleSize = 20;

/** The log lines that are reads of a case, and can be drawn. */
export const sampledActions: readonly string[] = ["case.read", "case.history-read"];

/**
 * So many of the numbers, each as likely as any other, in ascending order. The same seed draws the same
 * ones again: so anybody can see that nobody chose them.
 */
export function drawSample(
  numbers: readonly number[],
  seed: number,
  size = sampleSize,
): readonly number[] {
  const randomness = seededRandomness(seed);
  const left = [...numbers];
  const drawn: number[] = [];
  while (drawn.length < size && left.length > 0) {
    const place = randomness.below(left.length);
    drawn.push(left[place] ?? 0);
    // The last takes the place of the one that was drawn.
    const last = left.pop() ?? 0;
    if (place < left.length) left[place] = last;
  }
  return drawn.toSorted((a, b) => a - b);
}
