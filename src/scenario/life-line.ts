import { addDays, type IsoDate, type Randomness } from "#kernel";
import { between } from "./draw.ts";
import type { lifeStages } from "./targets.ts";
import { latest, workdayUntil } from "./workday.ts";

/**
 * How far a case has come: just begun, in «före», in «under», with the support ended but the case not
 * closed, forgotten in «under», closed.
 */
export type LifeStage = keyof typeof lifeStages;

/** The days of one case, in order; workdays all. */
export type LifeLine = {
  readonly startedOn: IsoDate;
  /** «Före» is registered, the risk assessed. */
  readonly assessedOn: IsoDate;
  /** «Under» is begun. */
  readonly beganOn: IsoDate;
  /** The last support ends, and a closed case closes. */
  readonly endedOn: IsoDate;
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

/** @param today nothing happens on it or later: the demo looks the same whenever it is opened. */
export function drawLifeLine(randomness: Randomness, stage: LifeStage, today: IsoDate): LifeLine {
  const yesterday = workdayUntil(addDays(today, -1));
  const ago = ([shortest, longest]: readonly [number, number]) =>
    workdayUntil(addDays(yesterday, 1 - between(randomness, shortest, longest)));

  if (stage === "closed") {
    const endedOn = ago(closedWithin);
    return daysBetweenEnds(
      randomness,
      addDays(endedOn, -between(randomness, ...supportLasts)),
      endedOn,
    );
  }
  const { sinceStart, sinceLatest } = spans[stage];
  const startedOn = ago(sinceStart);
  return daysBetweenEnds(randomness, startedOn, latest(startedOn, ago(sinceLatest)));
}

function daysBetweenEnds(randomness: Randomness, from: IsoDate, endedOn: IsoDate): LifeLine {
  const startedOn = workdayUntil(from);
  const within = (day: IsoDate, shortest: number, longest: number) => {
    const later = workdayUntil(addDays(day, between(randomness, shortest, longest)));
    return latest(day, later < endedOn ? later : endedOn);
  };
  const assessedOn = within(startedOn, 4, 21);
  const beganOn = within(assessedOn, 3, 24);
  return { startedOn, assessedOn, beganOn, endedOn };
}
