import { normalCdf } from "./distributions/normal.ts";

export type WilcoxonSignedRank = {
  /** The sum of the ranks of the positive differences. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  /** Counted over every pattern of signs; otherwise the normal approximation. */
  readonly isExact: boolean;
};

/** 2⁵⁰ patterns of signs are still counted without rounding in a double. */
const mostExact = 50;

/**
 * Wilcoxon's signed rank test: are the differences within the same cases as often and as far above zero
 * as below it? Pratt's handling of zeros: they are ranked with the others, then left out. Equal sizes
 * share their mean rank. Exact with at most 50 differences other than zero, by counting; beyond that the
 * normal approximation, its variance from the ranks as they are (which corrects for ties and zeros),
 * without continuity correction. Where all are zero p is 1.
 *
 * Source: Wilcoxon, F. (1945), Biometrics Bulletin 1(6), 80–83; Pratt, J. W. (1959), «Remarks on zeros and
 * ties in the Wilcoxon signed rank procedures», JASA 54(287), 655–667. Formula and worked example:
 * `docs/methods/wilcoxon-signed-rank.md`.
 *
 * @param differences one per case, finite; sizes are equal only to the last digit: pass whole steps.
 * @throws without differences, and on what is no finite number.
 */
export function wilcoxonSignedRank(differences: readonly number[]): WilcoxonSignedRank {
  if (differences.length === 0 || !differences.every(Number.isFinite)) {
    throw new Error(`no differences to rank: ${differences.join(", ")}`);
  }
  const doubled = doubledRanks(differences.map(Math.abs));
  const ranks = doubled.filter((_, i) => differences[i] !== 0);
  const positive = sum(doubled.filter((_, i) => (differences[i] ?? 0) > 0));
  const isExact = ranks.length <= mostExact;
  const p = isExact ? exactP(ranks, positive) : approximateP(ranks, positive);
  return { statistic: positive / 2, p, isExact };
}

/** Twice the mean rank, so that ranks of ties are whole: smaller sizes twice, equal ones once, plus 1. */
function doubledRanks(sizes: readonly number[]): readonly number[] {
  const sorted = sizes.toSorted((a, b) => a - b);
  const rankOf = new Map<number, number>();
  for (let from = 0, until = 0; from < sorted.length; from = until) {
    while (until < sorted.length && sorted[until] === sorted[from]) until += 1;
    rankOf.set(sorted[from] ?? 0, from + until + 1);
  }
  return sizes.map((size) => rankOf.get(size) ?? 0);
}

/** The share of all patterns of signs whose sum lies at least as far from the middle. */
function exactP(ranks: readonly number[], positive: number): number {
  const total = sum(ranks);
  // patterns[s]: how many sets of the ranks so far have the sum s.
  const patterns = new Float64Array(total + 1);
  patterns[0] = 1;
  let reached = 0;
  for (const rank of ranks) {
    reached += rank;
    for (let s = reached; s >= rank; s -= 1) {
      patterns[s] = (patterns[s] ?? 0) + (patterns[s - rank] ?? 0);
    }
  }
  const distance = Math.abs(2 * positive - total);
  const asFar = patterns.reduce(
    (count, each, s) => (Math.abs(2 * s - total) >= distance ? count + each : count),
    0,
  );
  return asFar / 2 ** ranks.length;
}

function approximateP(ranks: readonly number[], positive: number): number {
  const deviation = Math.sqrt(sum(ranks.map((rank) => rank * rank)));
  return 2 * normalCdf(-Math.abs(2 * positive - sum(ranks)) / deviation);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
