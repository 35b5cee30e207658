import { isAnswered, isValid, standing } from "./extract/standing.ts";
import type { Chain } from "./statistics/chain.ts";

/** Rows by the step of the chain that they have come to; filled in the hottest loops. */
export type ChainTally = Float64Array;

/** 0: not even eligible … 4: valid; by standing. */
const stepOf = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code === standing.notEligible) return 0;
  if (code === standing.phaseNotBegun) return 1;
  if (!isAnswered(code)) return 2;
  return isValid(code) ? 4 : 3;
});

export function newTally(): ChainTally {
  return new Float64Array(5);
}

export function tallyStanding(tally: ChainTally, code: number, rows: number): void {
  const step = stepOf[code] ?? 0;
  tally[step] = (tally[step] ?? 0) + rows;
}

/** Each step holds those after it. */
export function chainOf([, eligible = 0, asked = 0, answered = 0, valid = 0]: ChainTally): Chain {
  return {
    eligible: eligible + asked + answered + valid,
    asked: asked + answered + valid,
    answered: answered + valid,
    valid,
  };
}
