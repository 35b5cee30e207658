import { publishedFigures } from "./published.ts";

const { closed, surveyAnswered } = publishedFigures;

/**
 * How far the cases of a round have come at its cut-off, in percent; 92 have come to «under», so that
 * 27 per cent of all can have had housing.
 */
export const stagesAtCutOff = { closed, closing: 6, during: 13, assessed: 4, fresh: 4 } as const;

/** How far the cases of a unit have come today, in percent. */
export const stagesToday = {
  closed,
  fresh: 4,
  before: 5,
  during: 10,
  closing: 5,
  stale: 3,
} as const;

/** What became of the client's survey, in percent of closed cases. */
export const surveyStates = {
  answered: surveyAnswered,
  offered: 9,
  declined: 16,
  "not-offered": 28,
  "not-yet-offered": 10,
} as const;

/** The same where everything has been settled long ago. */
export const settledSurveys = {
  answered: surveyAnswered,
  declined: 20,
  "not-offered": 43,
} as const;

export const notOfferedReasons = {
  "no-contact": 52,
  "not-safe": 14,
  language: 10,
  "ill-health": 12,
  other: 12,
} as const;

/** The ways in which clients answer: our own assumption, since nobody has published any. */
export const surveyModes = {
  paper: 55,
  "in-the-room": 25,
  "read-aloud": 12,
  "own-device": 8,
} as const;

/** Of those who were offered the survey and have not answered: for most nobody has written why. Assumed. */
export const unansweredReasons = {
  unsaid: 56,
  "lost-contact": 18,
  "no-time": 10,
  "too-hard": 6,
  language: 4,
  technical: 3,
  other: 3,
} as const;

/** In percent: somebody pressed the wrong key and put it right later. */
export const slips = 8;
