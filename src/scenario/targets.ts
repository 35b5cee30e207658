import type { Shares } from "./draw.ts";

/**
 * What the synthetic cases should look like, in percent by code of `su-kvinnofrid-2021`. Figures that
 * a source gives are as published (SKR, SU-Kvinnofrid 2021–2023: women, honour, severity, support, the
 * fifteen interventions, risk method, goal, the client's view); the rest is invented to go with them.
 */
export type Profile = {
  /** By age band: 18–24, 25–34, 35–44, 45–64, 65 and older. */
  readonly ageBand: Shares;
  readonly birthBackground: Shares;
  /** The perpetrator's relation to the client (V07). */
  readonly perpetrator: Shares;
  readonly severity: Shares;
  /** Method of the first risk assessment; 8: none was made. */
  readonly riskMethod: Shares;
  readonly interventions: Shares;
  /** Where support was given; 57 per cent of all closed cases come out of it. */
  readonly goalAttained: Shares;
};

export const everyone: Profile = {
  ageBand: { 1: 13, 2: 32, 3: 30, 4: 20, 5: 5 },
  birthBackground: { 1: 61, 2: 7, 3: 8, 4: 21, 99: 3 },
  perpetrator: { 1: 30, 2: 48, 3: 6, 4: 6, 5: 3, 6: 2, 7: 1, 8: 3, 99: 1 },
  severity: { 1: 24, 2: 50, 3: 20, 99: 6 },
  riskMethod: { 1: 38, 2: 7, 3: 4, 4: 2, 5: 5, 6: 31, 7: 3, 8: 10 },
  interventions: {
    1: 63,
    2: 52,
    3: 28,
    4: 21,
    5: 18,
    6: 14,
    7: 13,
    8: 9,
    9: 7,
    10: 4,
    11: 4,
    12: 3,
    13: 3,
    14: 2,
    15: 2,
  },
  goalAttained: { 1: 30, 2: 34, 3: 7, 4: 17, 99: 12 },
};

/** Younger, graver, more and other support; the tendencies that SKR publishes. */
export const honourRelated: Profile = {
  ...everyone,
  ageBand: { 1: 32, 2: 36, 3: 20, 4: 11, 5: 1 },
  birthBackground: { 1: 8, 2: 24, 3: 9, 4: 57, 99: 2 },
  perpetrator: { 1: 24, 2: 14, 3: 22, 5: 8, 6: 8, 7: 24 },
  severity: { 1: 14, 2: 54, 3: 27, 99: 5 },
  riskMethod: { 1: 22, 2: 5, 3: 2, 4: 28, 5: 6, 6: 27, 7: 3, 8: 7 },
  interventions: { ...everyone.interventions, 1: 50, 3: 44, 4: 40, 5: 30, 11: 8 },
  goalAttained: { 1: 33, 2: 36, 3: 6, 4: 14, 99: 11 },
};

export const men: Profile = {
  ...everyone,
  ageBand: { 1: 20, 2: 24, 3: 23, 4: 21, 5: 12 },
  perpetrator: { 1: 34, 2: 28, 3: 18, 4: 7, 5: 6, 6: 3, 8: 4 },
  severity: { 1: 34, 2: 48, 3: 11, 99: 7 },
  interventions: { ...everyone.interventions, 1: 70, 2: 60, 3: 20, 4: 10, 6: 20 },
};

/** What does not depend on the group. */
export const common = {
  sex: { 1: 94, 2: 6 },
  honour: { 1: 80, 2: 10, 3: 7, 99: 3 },
  /** By age band: children under 18 (V04). */
  children: {
    1: { 1: 74, 2: 22, 3: 2, 99: 2 },
    2: { 1: 36, 2: 57, 3: 5, 99: 2 },
    3: { 1: 22, 2: 68, 3: 8, 99: 2 },
    4: { 1: 62, 2: 31, 3: 5, 99: 2 },
    5: { 1: 99, 99: 1 },
  },
  /** By age band: main income (V05). */
  income: {
    1: { 1: 30, 2: 34, 3: 22, 4: 3, 5: 4, 7: 6, 8: 1 },
    2: { 1: 46, 2: 9, 3: 24, 4: 6, 5: 7, 7: 6, 8: 2 },
    3: { 1: 51, 2: 4, 3: 21, 4: 9, 5: 7, 7: 6, 8: 2 },
    4: { 1: 49, 3: 18, 4: 19, 5: 7, 7: 5, 8: 2 },
    5: { 6: 94, 3: 4, 7: 2 },
  },
  referral: { 1: 29, 2: 31, 3: 14, 4: 11, 5: 5, 6: 2, 7: 4, 8: 2, 9: 2 },
  /** V08, by relation: present and former partner. */
  hasLeft: { 1: { 1: 63, 2: 27, 3: 10 }, 2: { 3: 78, 4: 22 } },
  violence: { 1: 88, 2: 66, 3: 26, 4: 31, 5: 22, 6: 54, 7: 29, 8: 3, 9: 46 },
  childExperienced: { 1: 16, 2: 70, 99: 14 },
  policeReport: { 1: 58, 2: 31, 3: 9, 99: 2 },
  /** Level by severity of the violence. */
  riskLevel: {
    1: { 1: 48, 2: 40, 3: 9, 4: 0, 98: 3 },
    2: { 1: 14, 2: 53, 3: 28, 4: 3, 98: 2 },
    3: { 1: 2, 2: 24, 3: 57, 4: 16, 98: 1 },
    99: { 1: 24, 2: 44, 3: 18, 4: 2, 98: 12 },
  },
  goalWithoutSupport: { 1: 8, 2: 10, 3: 10, 4: 50, 99: 22 },
  interventionGiven: { 1: 85, 2: 7, 3: 1, 4: 4, 5: 3 },
  /** A needs-tested decision (form 1), in percent; others are service. */
  decided: { housing: 88, economy: 92, other: 18 },
  collaboration: { 1: 30, 2: 22, 3: 9, 4: 24, 5: 38, 6: 8, 7: 6, 8: 9, 9: 5, 10: 4 },
  /** Closing by goal attainment (V21 by V22). */
  closure: {
    1: { 1: 88, 3: 4, 4: 5, 7: 3 },
    2: { 1: 42, 2: 24, 3: 10, 4: 14, 5: 7, 7: 3 },
    3: { 2: 48, 3: 12, 4: 10, 5: 24, 7: 6 },
    4: { 2: 32, 3: 12, 4: 20, 5: 24, 7: 12 },
    99: { 2: 30, 3: 13, 4: 17, 5: 32, 7: 8 },
  },
  /** The worker's view of change (V23 by V22). */
  change: {
    1: { 1: 96, 2: 3, 99: 1 },
    2: { 1: 88, 2: 9, 99: 3 },
    3: { 1: 14, 2: 68, 3: 8, 99: 10 },
    4: { 1: 38, 2: 34, 3: 3, 99: 25 },
    99: { 1: 18, 2: 30, 3: 3, 99: 49 },
  },
  /** Risk is assessed again, in percent of cases; and it hardly ever differs. */
  assessedAgain: { during: 14, after: 38 },
  riskStep: { "-1": 9, 0: 88, 1: 3 },
  riskChangeUnassessed: { 1: 24, 2: 16, 98: 52, 99: 8 },
  client: {
    change: { 1: 50, 2: 21, 3: 8, 4: 1, 5: 20 },
    /** V27 by V26. */
    importance: {
      1: { 2: 10, 3: 48, 4: 36, 5: 6 },
      2: { 1: 2, 2: 30, 3: 46, 4: 10, 5: 12 },
      3: { 1: 34, 2: 38, 3: 12, 5: 16 },
      4: { 1: 60, 2: 30, 5: 10 },
      5: { 1: 6, 2: 26, 3: 28, 4: 6, 5: 34 },
    },
    participation: { 1: 52, 2: 31, 3: 8, 4: 9 },
    coping: { 1: 38, 2: 36, 3: 12, 4: 3, 5: 11 },
  },
} as const;

/** How far cases have come, in percent. */
export const lifeStages = {
  closed: 73,
  fresh: 4,
  before: 5,
  during: 10,
  closing: 5,
  stale: 3,
} as const;

/** What became of the client's survey, in percent of closed cases. */
export const surveyStates = {
  answered: 37,
  offered: 9,
  declined: 16,
  "not-offered": 28,
  "not-yet-offered": 10,
} as const;

export const notOfferedReasons = {
  "no-contact": 52,
  "not-safe": 14,
  language: 10,
  "ill-health": 12,
  other: 12,
} as const;
