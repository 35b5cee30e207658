/**
 * What SKR has published of SU-Kvinnofrid 2021–2023 (skr.se, 26 August 2024), in whole percent by the
 * indicators of `su-kvinnofrid-2021`; the share closed and the share of those with the client's answers
 * from the interim results (May 2023). Data for making cases and for tests: nothing shown is read here.
 */
export const publishedFigures = {
  cases: 3070,
  municipalities: 34,
  closed: 73,
  /** Of closed cases. */
  surveyAnswered: 37,
  indicators: {
    women: 94,
    men: 6,
    "honour-related": 10,
    "very-severe-violence": 20,
    "intervention-given": 85,
    "risk-method-used": 56,
    "goal-attained-wholly-or-partly": 57,
    "client-much-better": 50,
    "client-little-better": 21,
    "client-unchanged": 8,
    "client-worse": 1,
    "client-dont-know": 20,
    "support-decisive": 60,
  },
  /** Distinct types per case, of those who got support; with one decimal. */
  interventionsPerCase: 2.4,
  /** V17, of those who got support. */
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
  /** «I minst 27 procent av ärendena»: of those who got support, and of all cases too. */
  housingAtLeast: 27,
  /** Of all cases: V02 in band 2 or 3, and V03 = 1. */
  aged25to44AtLeast: 50,
  bornInSwedenAtLeast: 50,
} as const;
