import { checkSquare, checkWholeCounts } from "./whole-counts.ts";

export type Agreement = {
  /** 1 = always agreed, 0 = as by chance, below 0 = less than by chance. */
  readonly kappa: number;
  /** The share of pairs of ratings that agree, and what chance alone would give. */
  readonly observed: number;
  readonly expected: number;
  /** For an interval around kappa. Large-sample. */
  readonly standardError: number;
  /** For the test of kappa = 0. Large-sample. */
  readonly standardErrorAtZero: number;
};

/**
 * Cohen's kappa, unweighted: how far two raters of the same cases agree beyond what chance would give
 * with their own habits. `null` where both put all cases in one category: chance agrees always, and there
 * is nothing beyond it.
 *
 * Source: Cohen, J. (1960), Educational and Psychological Measurement 20(1), 37–46; standard errors:
 * Fleiss, J. L., Cohen, J. & Everitt, B. S. (1969), Psychological Bulletin 72(5), 323–327. Formula and
 * worked example: `docs/methods/kappa.md`.
 *
 * @param matrix square; row = the one rater, column = the other; number of cases.
 * @throws unless it is square, whole and not negative, and holds at least one case.
 */
export function cohenKappa(matrix: readonly (readonly number[])[]): Agreement | null {
  checkSquare(matrix);
  const total = sum(matrix.flat());
  if (total === 0) throw new Error("no agreement without cases");
  const rows = matrix.map((row) => sum(row) / total);
  const columns = matrix.map((_, j) => sum(matrix.map((row) => row[j] ?? 0)) / total);
  const observed = sum(matrix.map((row, i) => (row[i] ?? 0) / total));
  const expected = sum(rows.map((row, i) => row * (columns[i] ?? 0)));
  if (matrix.some((row, i) => row[i] === total)) return null;
  const kappa = (observed - expected) / (1 - expected);
  // What one case in cell (i, j) adds to kappa, but for a constant and the divisor 1 − expected.
  const cells = matrix.flatMap((row, i) =>
    row.map((count, j) => ({
      seen: count / total,
      chance: (rows[i] ?? 0) * (columns[j] ?? 0),
      agrees: i === j ? 1 : 0,
      habit: (columns[i] ?? 0) + (rows[j] ?? 0),
    })),
  );
  const errorOf = (weighted: readonly Weighted[]) =>
    Math.sqrt(variance(weighted) / total) / (1 - expected);
  return {
    kappa,
    observed,
    expected,
    standardError: errorOf(
      cells.map(({ seen, agrees, habit }) => ({
        weight: seen,
        value: agrees - (1 - kappa) * habit,
      })),
    ),
    standardErrorAtZero: errorOf(
      cells.map(({ chance, agrees, habit }) => ({ weight: chance, value: agrees - habit })),
    ),
  };
}

/**
 * Fleiss' kappa: how far several raters of each case agree beyond chance, when they need not be the same
 * for every case. `null` where all ratings are in one category.
 *
 * Source: Fleiss, J. L. (1971), Psychological Bulletin 76(5), 378–382; standard error at zero: Fleiss,
 * J. L., Nee, J. C. M. & Landis, J. R. (1979), Psychological Bulletin 86(5), 974–977; around kappa: the
 * delta method over cases, as Gwet, K. L. (2021), Large-sample variance of Fleiss generalized kappa,
 * Educational and Psychological Measurement 81(4), 781–790, with n for n − 1. Formula and worked example:
 * `docs/methods/kappa.md`.
 *
 * @param counts one row per case: how many raters chose each category; every row has the same sum, ≥ 2.
 * @throws unless they do, and are whole and not negative.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Agreement | null {
  checkWholeCounts(counts.flat());
  const [example = []] = counts;
  const raters = sum(example);
  if (raters < 2) throw new Error(`no agreement among ${raters} raters`);
  if (counts.some((row) => row.length !== example.length || sum(row) !== raters)) {
    throw new Error("the cases differ in raters or categories");
  }
  const shares = example.map(
    (_, j) => sum(counts.map((row) => (row[j] ?? 0) / raters)) / counts.length,
  );
  const agreeing = counts.map((row) => sum(row.map((n) => n * (n - 1))) / (raters * (raters - 1)));
  const observed = sum(agreeing) / counts.length;
  const expected = sum(shares.map((share) => share ** 2));
  if (example.some((_, j) => counts.every((row) => row[j] === raters))) return null;
  const kappa = (observed - expected) / (1 - expected);
  const weighted = counts.map((row, i) => {
    const habit = sum(row.map((n, j) => (n / raters) * (shares[j] ?? 0)));
    return { weight: 1 / counts.length, value: (agreeing[i] ?? 0) - 2 * (1 - kappa) * habit };
  });
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const pairs = counts.length * raters * (raters - 1);
  return {
    kappa,
    observed,
    expected,
    standardError: Math.sqrt(variance(weighted) / counts.length) / (1 - expected),
    standardErrorAtZero: Math.sqrt((2 / pairs) * ((1 - expected) ** 2 - skew)) / (1 - expected),
  };
}

type Weighted = { readonly weight: number; readonly value: number };

/** Of values whose weights add up to 1. */
function variance(weighted: readonly Weighted[]): number {
  const mean = sum(weighted.map(({ weight, value }) => weight * value));
  return sum(weighted.map(({ weight, value }) => weight * (value - mean) ** 2));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
