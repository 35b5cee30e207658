import { binomialCdf, binomialProbability } from "./distributions/binomial.ts";
import { checkWholeCounts } from "./whole-counts.ts";

export type McNemar = {
  /** (b − c)² / (b + c), one degree of freedom, without continuity correction; 0 where nobody changed. */
  readonly chiSquared: number;
  /** Two-sided exact p: never too small, often too large. */
  readonly exact: number;
  /** Two-sided mid-P: half of the probability of what was seen; near the nominal level on average. */
  readonly midP: number;
};

/**
 * McNemar's test of paired yes/no answers: did as many change one way (b) as the other (c)? Those who
 * answered the same twice say nothing of it. Where nobody changed both p are 1.
 *
 * Source: McNemar, Q. (1947), «Note on the sampling error of the difference between correlated
 * proportions or percentages», Psychometrika 12(2), 153–157; mid-P: Fagerland, Lydersen & Laake (2013),
 * BMC Medical Research Methodology 13:91. Formula and worked example: `docs/methods/mcnemar.md`.
 *
 * @throws unless b and c are whole and not negative.
 */
export function mcnemar(b: number, c: number): McNemar {
  checkWholeCounts([b, c]);
  const changed = b + c;
  if (changed === 0) return { chiSquared: 0, exact: 1, midP: 1 };
  const fewer = Math.min(b, c);
  const tail = binomialCdf(fewer, changed, 0.5);
  return {
    chiSquared: (b - c) ** 2 / changed,
    exact: Math.min(1, 2 * tail),
    midP: 2 * tail - binomialProbability(fewer, changed, 0.5),
  };
}
