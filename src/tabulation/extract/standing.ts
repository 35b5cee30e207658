import type { Chain } from "../statistics/chain.ts";

/**
 * What a case says about a question, as one small integer, so that one pass over one column gives the
 * counts of every option and the whole chain. 1–96 are options (or age bands), 97–99 missing codes.
 */
export const standing = {
  notEligible: 0,
  /** Several options may be chosen: which ones, the words beside tell. Or a plain number or date. */
  answered: 1,
  phaseNotBegun: 100,
  notAnswered: 101,
  /** A code that this codebook does not have. */
  unplaced: 102,
} as const;

const highestOption = 96;
const notAnsweredCode = 98;

export function isAnswered(code: number): boolean {
  const isStored =
    (code > standing.notEligible && code < standing.phaseNotBegun) || isUnplaced(code);
  return isStored && code !== notAnsweredCode;
}

export function isValid(code: number): boolean {
  return code > standing.notEligible && code <= highestOption;
}

/** Folds counts by standing into the denominators. */
export function chainOf(
  counts: Iterable<{ readonly code: number; readonly count: number }>,
): Chain {
  const chain = { eligible: 0, asked: 0, answered: 0, valid: 0 };
  for (const { code, count } of counts) {
    if (code !== standing.notEligible) chain.eligible += count;
    if (code !== standing.notEligible && code !== standing.phaseNotBegun) chain.asked += count;
    if (isAnswered(code)) chain.answered += count;
    if (isValid(code)) chain.valid += count;
  }
  return chain;
}

function isUnplaced(code: number): boolean {
  return code === standing.unplaced;
}
