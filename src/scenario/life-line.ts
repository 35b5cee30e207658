import { addDays, type IsoDate, type Randomness } from "#kernel";
import { between } from "./draw.ts";
import type { stagesToday } from "./targets/lives.ts";
import { latest, workdayUntil } from "./workday.ts";

/**
 * How far a case has come today: just begun, in «före», in «under», with the support ended but the case
 * not closed, forgotten in «under», closed.
 */
export type LifeStage = keyof typeof stagesToday;

/** The days of one case, in order; workdays all. */
export type LifeLine = {
  readonly startedOn: IsoDate;
  /** «Före» is registered, the risk assessed. */
  readonly assessedOn: IsoDate;
  /** The support begins. */
  readonly beganOn: IsoDate;
  /** «Under» is registered. */
  readonly registeredOn: IsoDate;
  /** The last support ends. */
  readonly endedOn: IsoDate;
  readonly closedOn: IsoDate;
};

/** Days from the start, and from the latest step until today: the shortest and the longest. */
type Span = {
  readonly sinceStart: readonly [number, number];
  readonly sinceLatest: readonly [number, number];
};

const spans: { readonly [stage in Exclude<LifeStage, "closed">]: Span } = {
  fresh: { sinceStart: [1, 9], sinceLatest: [1, 9] },
  before: { sinceStart: [14, 40], sinceLatest: [1, 10] },
  during: { sinceStart: [45, 210], sinceLatest: [1, 28] },
  closing: { sinceStart: [90, 300], sinceLatest: [2, 24] },
  stale: { sinceStart: [150, 320], sinceLatest: [65, 140] },
};

/** Closed within the last thirteen months; older cases come with the rounds. */
const closedWithin = [2, 400] as const;
const supportLasts = [40, 330] as const;

/** Days from each step to the next, where nothing stands in the way. */
export const paces = { assessed: [4, 21], began: [3, 24], registered: [0, 14] } as const;

/** @param today nothing happens on it or later: the demo looks the same whenever it is opened. */
export function drawLifeLine(randomness: Randomness, stage: LifeStage, today: IsoDate): LifeLine {
  const yesterday = workdayUntil(addDays(today, -1));
  const ago = ([shortest, longest]: readonly [number, number]) =>
    workdayUntil(addDays(yesterday, 1 - between(randomness, shortest, longest)));

  if (stage === "closed") {
    const endedOn = ago(closedWithin);
    const startedOn = addDays(endedOn, -between(randomness, ...supportLasts));
    return daysBetweenEnds(randomness, workdayUntil(startedOn), endedOn);
  }
  const { sinceStart, sinceLatest } = spans[stage];
  const startedOn = ago(sinceStart);
  const endedOn = latest(startedOn, ago(sinceLatest));
  const line = daysBetweenEnds(randomness, startedOn, endedOn);
  // What is still going on was registered at the latest sitting.
  return stage === "during" || stage === "stale" ? { ...line, registeredOn: endedOn } : line;
}

function daysBetweenEnds(randomness: Randomness, startedOn: IsoDate, endedOn: IsoDate): LifeLine {
  const assessedOn = workdayWithin(randomness, startedOn, paces.assessed, endedOn);
  const beganOn = workdayWithin(randomness, assessedOn, paces.began, endedOn);
  const registeredOn = workdayWithin(randomness, beganOn, paces.registered, endedOn);
  return { startedOn, assessedOn, beganOn, registeredOn, endedOn, closedOn: endedOn };
}

/** A workday so many days after `day`; not before it, and not after `last` unless `day` is. */
export function workdayWithin(
  randomness: Randomness,
  day: IsoDate,
  [shortest, longest]: readonly [number, number],
  last: IsoDate,
): IsoDate {
  const later = workdayUntil(addDays(day, between(randomness, shortest, longest)));
  return latest(day, later < last ? later : last);
}
