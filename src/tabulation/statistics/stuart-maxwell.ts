import { chiSquaredSurvival } from "./distributions/chi-squared.ts";
import { checkSquare } from "./whole-counts.ts";

export type StuartMaxwell = {
  readonly chiSquared: number;
  /** Categories less the groups of categories between which nobody moved. */
  readonly degreesOfFreedom: number;
  /** 1 where nobody moved at all: then there are no degrees of freedom. */
  readonly p: number;
};

/**
 * Stuart and Maxwell's test of marginal homogeneity: do the same cases, rated twice, fall into the
 * categories in the same proportions before (rows) and after (columns)? A category that nobody left or
 * entered, empty or not, says nothing and costs no degree of freedom. Where the categories fall into
 * groups between which nobody moved, the matrix of the textbook is singular; then each group is tested
 * and the results are added, degrees of freedom too.
 *
 * Source: Stuart, A. (1955), Biometrika 42(3/4), 412–416; Maxwell, A. E. (1970), British Journal of
 * Psychiatry 116, 651–655. Formula and worked example: `docs/methods/stuart-maxwell.md`.
 *
 * @param matrix square; row = before, column = after; whole counts.
 * @throws unless it is.
 */
export function stuartMaxwell(matrix: readonly (readonly number[])[]): StuartMaxwell {
  checkSquare(matrix);
  const size = matrix.length;
  const at = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  // How many moved between two categories, in either direction; the diagonal is never looked at.
  const moved = matrix.map((_, i) => matrix.map((_, j) => at(i, j) + at(j, i)));
  const surplus = matrix.map((row, i) => row.reduce((sum, n, j) => sum + n - at(j, i), 0));
  let chiSquared = 0;
  let degreesOfFreedom = 0;
  // Gaussian elimination, one category at a time. The covariances are minus what moved, the variances
  // sums of it, so that everything stays a sum of what is not negative: nothing cancels, and 0 is 0.
  for (let k = 0; k < size; k += 1) {
    const later = Array.from({ length: size - k - 1 }, (_, index) => k + 1 + index);
    const weight = (i: number, j: number) => moved[i]?.[j] ?? 0;
    const variance = later.reduce((sum, j) => sum + weight(k, j), 0);
    if (variance === 0) continue;
    const left = surplus[k] ?? 0;
    chiSquared += left ** 2 / variance;
    degreesOfFreedom += 1;
    for (const i of later) {
      const part = weight(i, k) / variance;
      surplus[i] = (surplus[i] ?? 0) + part * left;
      moved[i] = later.reduce<number[]>(
        (row, j) => row.with(j, weight(i, j) + part * weight(k, j)),
        moved[i] ?? [],
      );
    }
  }
  const p = degreesOfFreedom === 0 ? 1 : chiSquaredSurvival(chiSquared, degreesOfFreedom);
  return { chiSquared, degreesOfFreedom, p };
}
