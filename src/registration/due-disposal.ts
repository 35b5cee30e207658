import { type Instant, type IsoDate, isoDate, swedishDay, yearOf } from "#kernel";
import type { CaseState } from "./case-record.ts";

/** What the clock of a case starts from. */
type Lying = {
  readonly state: CaseState;
  readonly closedOn: IsoDate | null;
  readonly lastStepAt: Instant;
};

/**
 * The day on which what a case is about ended: when it was closed, whatever was corrected afterwards.
 * Where nobody has closed it: its last step, so that what was forgotten is not kept for ever.
 */
export function endedOn({ state, closedOn, lastStepAt }: Lying): IsoDate {
  return state === "closed" && closedOn !== null ? closedOn : swedishDay(lastStepAt);
}

/**
 * What ended on this day or before is due today. A case of 29 February is due on 1 March.
 * @param years whole, after the case ended.
 */
export function disposalCutOff(today: IsoDate, years: number): IsoDate {
  const year = String(yearOf(today) - years).padStart(4, "0");
  const monthAndDay = today.slice(4);
  const isLeapDay = monthAndDay === "-02-29" && !isLeap(yearOf(today) - years);
  return isoDate(`${year}${isLeapDay ? "-02-28" : monthAndDay}`);
}

/** The last day on which it can be done in time: at the end of the year after the one it was due in. */
export function lastDayToDispose(ended: IsoDate, years: number): IsoDate {
  return isoDate(`${yearOf(ended) + years + 1}-12-31`);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
