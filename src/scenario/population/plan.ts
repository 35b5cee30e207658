import type { Cases } from "./deal.ts";

/** The last phase that a case has come to when it is counted; 4: it is closed. */
export const reach = { background: 1, before: 2, during: 3, closed: 4 } as const;

/** Codes of the plan's column `survey`, in the order of a life. */
export const surveyCodes = {
  answered: 1,
  declined: 2,
  "not-offered": 3,
  offered: 4,
  "not-yet-offered": 5,
} as const;

/**
 * All that many cases will ever answer, in codes: one byte or two for each question and case, so that
 * hundreds of thousands fit in a few megabytes. Two digits in a column of pairs are two codes; a column
 * of sets has bit n for code n.
 */
export type Plan = ReturnType<typeof emptyPlan>;

/** @param reached by case: a number of `reach`. */
export function emptyPlan(reached: Uint8Array) {
  const { length } = reached;
  const codes = () => new Uint8Array(length);
  const sets = () => new Uint16Array(length);
  return {
    reached,
    all: Uint32Array.from({ length }, (_, at) => at),
    sex: codes(),
    ageBand: codes(),
    birthBackground: codes(),
    children: codes(),
    income: codes(),
    referral: codes(),
    /** Pairs. */
    perpetrator: codes(),
    hasLeft: codes(),
    /** Pairs: physical, sexual, both; 1 where neither. */
    bodilyViolence: codes(),
    otherViolence: sets(),
    severity: codes(),
    honour: codes(),
    childExperienced: codes(),
    policeReport: codes(),
    /** Pairs. */
    riskMethod: codes(),
    riskLevel: codes(),
    assessedAgain: { during: codes(), after: codes() },
    riskChangeUnassessed: codes(),
    interventionGiven: codes(),
    interventions: sets(),
    /** Those of the interventions that a decision was made of. */
    decided: sets(),
    collaboration: sets(),
    goal: codes(),
    closure: codes(),
    change: codes(),
    survey: codes(),
    notOfferedReason: codes(),
    /** The way's place among `surveyModes`. */
    surveyMode: codes(),
    /** 0: nobody has written why; else the reason's place among `unansweredReasons`, counted from 1. */
    unanswered: codes(),
    clientChange: codes(),
    importance: codes(),
    participation: codes(),
    coping: codes(),
  };
}

/** Those that have come so far when they are counted, and those that come there later. */
export function nowAndLater({ all, reached }: Plan, to: number): readonly Cases[] {
  return [
    all.filter((at) => (reached[at] ?? 0) >= to),
    all.filter((at) => (reached[at] ?? 0) < to),
  ];
}

export type Subgroups = { readonly honour: Cases; readonly men: Cases };

/** The two groups that have shares of their own; men in honour-related cases belong to these. */
export function subgroupsOf({ sex, honour }: Plan, cases: Cases): Subgroups {
  return {
    honour: cases.filter((at) => honour[at] === 2),
    men: cases.filter((at) => sex[at] === 2 && honour[at] !== 2),
  };
}

export function hasBit(set: number | undefined, bit: number): boolean {
  return ((set ?? 0) & (1 << bit)) !== 0;
}

/** 35 is 3 and 5; 99 is itself, and so is one digit. */
export function codesOfPair(pair: number): readonly number[] {
  return pair < 10 || pair === 99 ? [pair] : [Math.floor(pair / 10), pair % 10];
}

/** In ascending order. */
export function codesOfSet(set: number): readonly number[] {
  const codes: number[] = [];
  for (let bit = 0; bit < 16; bit++) if (hasBit(set, bit)) codes.push(bit);
  return codes;
}
