import type { Attempt } from "./attempts.ts";
import type { Puzzle } from "./puzzles.ts";

/** Nothing is drawn anew from run to run, so that what is below stays below. */
const deviations = 4;

/**
 * Attempts that are right more often than by naming the likeliest each time, by more than four standard deviations,
 * among the puzzles of which they say something.
 */
export function finders(
  attempts: readonly Attempt[],
  puzzles: readonly Puzzle[],
): readonly string[] {
  return attempts.filter((attempt) => isRightTooOften(attempt, puzzles)).map(({ name }) => name);
}

function isRightTooOften({ guess }: Attempt, puzzles: readonly Puzzle[]): boolean {
  const guesses = puzzles.flatMap(({ row, truth, suspects, chance }) => {
    const named = guess(row, suspects);
    return named === undefined ? [] : [{ isRight: named === truth, chance }];
  });
  const mean = guesses.reduce((sum, { chance }) => sum + chance, 0);
  const variance = guesses.reduce((sum, { chance }) => sum + chance * (1 - chance), 0);
  const right = guesses.filter(({ isRight }) => isRight).length;
  return right > mean + deviations * Math.sqrt(variance);
}
