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
  /** A code that this codebook does not have, nor a counterpart of: what was meant is not known. */
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

export function isUnplaced(code: number): boolean {
  return code === standing.unplaced;
}
