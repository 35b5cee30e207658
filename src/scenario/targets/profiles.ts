import type { Quota, Shares } from "../quota.ts";
import { publishedFigures } from "./published.ts";

/**
 * Quotas by code of `su-kvinnofrid-2021`, in percent. What is published stands in `published.ts`; the
 * rest is invented to go with it. `honour` and `men` have shares of their own where SKR publishes a
 * tendency; everybody else gets what is left, so that `overall` comes out whatever they have.
 */
export type Profile<Of = Quota> = {
  readonly overall: Of;
  readonly honour?: Of;
  readonly men?: Of;
};

const { indicators, interventions } = publishedFigures;

/** A few are neither women nor men; both still round to what is published. */
export const sex: Shares = { 1: indicators.women - 0.3, 2: indicators.men, 3: 0.3 };

export const honour: Quota = [{ 2: indicators["honour-related"] }, { 1: 80, 3: 7, 99: 3 }];

export const ageBand: Profile = {
  overall: { 1: 13, 2: 32, 3: 30, 4: 20, 5: 5 },
  honour: { 1: 32, 2: 36, 3: 20, 4: 11, 5: 1 },
  men: { 1: 20, 2: 24, 3: 23, 4: 20, 5: 13 },
};

export const birthBackground: Profile = {
  overall: { 1: 56, 2: 9, 3: 9, 4: 23, 99: 3 },
  honour: { 1: 8, 2: 24, 3: 9, 4: 57, 99: 2 },
};

/** By age band: children under 18 (V04). */
export const children: { readonly [band: number]: Shares } = {
  1: { 1: 74, 2: 22, 3: 2, 99: 2 },
  2: { 1: 36, 2: 57, 3: 5, 99: 2 },
  3: { 1: 22, 2: 68, 3: 8, 99: 2 },
  4: { 1: 62, 2: 31, 3: 5, 99: 2 },
  5: { 1: 99, 99: 1 },
};

/** By age band: main income (V05). */
export const income: { readonly [band: number]: Shares } = {
  1: { 1: 30, 2: 34, 3: 22, 4: 3, 5: 4, 7: 6, 8: 1 },
  2: { 1: 46, 2: 9, 3: 24, 4: 6, 5: 7, 7: 6, 8: 2 },
  3: { 1: 51, 2: 4, 3: 21, 4: 9, 5: 7, 7: 6, 8: 2 },
  4: { 1: 49, 3: 18, 4: 19, 5: 7, 7: 5, 8: 2 },
  5: { 6: 94, 3: 4, 7: 2 },
};

export const referral: Shares = { 1: 29, 2: 31, 3: 14, 4: 11, 5: 5, 6: 2, 7: 4, 8: 2, 9: 2 };

/** The perpetrator's relation to the client (V07); two digits are two relations, 99 is «do not know». */
export const perpetrator: Profile = {
  overall: { 1: 30, 2: 46.5, 3: 5, 35: 1.5, 4: 5, 5: 2, 6: 2, 7: 2.5, 17: 1, 8: 3.5, 99: 1 },
  honour: { 1: 16, 2: 14, 3: 12, 35: 12, 5: 7, 6: 8, 7: 21, 17: 8, 8: 2 },
  men: { 1: 34, 2: 28, 3: 17, 35: 1, 4: 8, 5: 4, 6: 3, 8: 5 },
};

/** V08, by relation: present and former partner. */
export const hasLeft = { 1: { 1: 63, 2: 27, 3: 10 }, 2: { 3: 78, 4: 22 } };

export const severity: Profile = {
  overall: [{ 3: indicators["very-severe-violence"] }, { 1: 24, 2: 50, 99: 6 }],
  honour: { 1: 14, 2: 54, 3: 27, 99: 5 },
  men: { 1: 35, 2: 49, 3: 9, 99: 7 },
};

/**
 * Physical (2), sexual (3), both (23) or neither (1), by severity: very severe violence is potentially
 * lethal or needs medical care, never words alone. Without either it is always psychological.
 */
export const bodilyViolence: { readonly [severity: number]: Shares } = {
  1: { 1: 66, 2: 27, 3: 3, 23: 4 },
  2: { 1: 22, 2: 52, 3: 5, 23: 21 },
  3: { 2: 66, 3: 4, 23: 30 },
  99: { 1: 45, 2: 38, 3: 4, 23: 13 },
};
/** Where there is bodily violence, psychological too; and the other types, each by itself. */
export const psychologicalToo = 84;
export const otherViolence: Shares = { 4: 31, 5: 22, 6: 54, 7: 29, 8: 3, 9: 46 };

export const childExperienced: Shares = { 1: 16, 2: 70, 99: 14 };
export const policeReport: Shares = { 1: 58, 2: 31, 3: 9, 99: 2 };

/** V14; two digits are two methods. 1–5 are standardised; 8: none was made. */
export const riskMethod: Profile = {
  overall: [
    { 1: 36, 16: 6, 17: 1, 2: 4, 3: 2, 4: 3.5, 5: indicators["risk-method-used"] - 52.5 },
    { 6: 33, 67: 1.5, 7: 2.5, 8: 7 },
  ],
  honour: [
    { 1: 18, 16: 6, 2: 4, 3: 2, 4: 27, 5: 6 },
    { 6: 28, 67: 1.5, 7: 2.5, 8: 5 },
  ],
};

/** Level by severity of the violence. */
export const riskLevel: { readonly [severity: number]: Shares } = {
  1: { 1: 48, 2: 40, 3: 9, 98: 3 },
  2: { 1: 14, 2: 53, 3: 28, 4: 3, 98: 2 },
  3: { 1: 2, 2: 24, 3: 57, 4: 16, 98: 1 },
  99: { 1: 24, 2: 44, 3: 18, 4: 2, 98: 12 },
};

/** Risk assessed again with the same method: not (1), and then as before (2), lower (3), higher (4). */
export const assessedAgain: { readonly [phase in "during" | "after"]: Shares } = {
  during: { 1: 86, 2: 12.4, 3: 1.2, 4: 0.4 },
  after: { 1: 62, 2: 33.6, 3: 3.3, 4: 1.1 },
};
/** V25, where nothing was assessed again. */
export const riskChangeUnassessed: Shares = { 1: 24, 2: 16, 98: 52, 99: 8 };

export const interventionGiven: Quota = [
  { 1: indicators["intervention-given"] },
  { 2: 7, 3: 1, 4: 4, 5: 3 },
];

export const intervention: Profile<Shares> & { readonly honour: Shares; readonly men: Shares } = {
  overall: interventions,
  honour: {
    ...interventions,
    1: 49,
    2: 50,
    3: 44,
    4: 40,
    5: 29,
    6: 16,
    7: 16,
    8: 11,
    9: 8,
    11: 9,
    13: 5,
    14: 3,
  },
  men: {
    ...interventions,
    1: 68,
    2: 58,
    3: 17,
    4: 6,
    5: 18,
    6: 20,
    7: 15,
    8: 11,
    10: 5,
    11: 3,
    13: 2,
    14: 3,
  },
};

/** Two kinds of housing in one case are rare: together 27 per cent of all cases have some. */
export const housingOverlap: Shares = { 48: 0.6, 49: 0.4, 89: 0.3 };

/** A needs-tested decision (form 1), in percent by type; others are service. */
export const decided: Shares = { 4: 88, 7: 92, 8: 88, 9: 88 };
export const decidedOther = 18;

export const collaboration: Shares = {
  1: 30,
  2: 22,
  3: 9,
  4: 24,
  5: 38,
  6: 8,
  7: 6,
  8: 9,
  9: 5,
  10: 4,
};

/** V22. Overall; of those who got no support; and of honour-related cases that got some. */
export const goal: { readonly [of in "overall" | "unsupported" | "honour"]: Quota } = {
  overall: [
    { 1: 26, 2: indicators["goal-attained-wholly-or-partly"] - 26 },
    { 3: 8, 4: 22, 99: 13 },
  ],
  unsupported: { 1: 8, 2: 10, 3: 10, 4: 50, 99: 22 },
  honour: [
    { 1: 33, 2: 36 },
    { 3: 6, 4: 14, 99: 11 },
  ],
};

/** Closing by goal attainment (V21 by V22). */
export const closure: { readonly [goal: number]: Shares } = {
  1: { 1: 88, 3: 4, 4: 5, 7: 3 },
  2: { 1: 42, 2: 24, 3: 10, 4: 14, 5: 7, 7: 3 },
  3: { 2: 48, 3: 12, 4: 10, 5: 24, 7: 6 },
  4: { 2: 32, 3: 12, 4: 20, 5: 24, 7: 12 },
  99: { 2: 30, 3: 13, 4: 17, 5: 32, 7: 8 },
};

/** The worker's view of change (V23 by V22). */
export const change: { readonly [goal: number]: Shares } = {
  1: { 1: 96, 2: 3, 99: 1 },
  2: { 1: 88, 2: 9, 99: 3 },
  3: { 1: 14, 2: 68, 3: 8, 99: 10 },
  4: { 1: 38, 2: 34, 3: 3, 99: 25 },
  99: { 1: 18, 2: 30, 3: 3, 99: 49 },
};

export const clientChange: Shares = {
  1: indicators["client-much-better"],
  2: indicators["client-little-better"],
  3: indicators["client-unchanged"],
  4: indicators["client-worse"],
  5: indicators["client-dont-know"],
};

/** V27: overall, and by V26 where the situation is not much better; the others get what is left. */
export const importance: {
  readonly overall: Quota;
  readonly byChange: { readonly [change: number]: Shares };
} = {
  overall: [
    { 3: 39, 4: indicators["support-decisive"] - 39 },
    { 1: 5.2, 2: 20.3, 5: 14.5 },
  ],
  byChange: {
    2: { 1: 2, 2: 30, 3: 46, 4: 10, 5: 12 },
    3: { 1: 34, 2: 38, 3: 12, 5: 16 },
    4: { 1: 60, 2: 40 },
    5: { 1: 7, 2: 27, 3: 24, 4: 5, 5: 37 },
  },
};
export const participation: Shares = { 1: 52, 2: 31, 3: 8, 4: 9 };
export const coping: Shares = { 1: 38, 2: 36, 3: 12, 4: 3, 5: 11 };
