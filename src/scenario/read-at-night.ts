import { type AccountId, addDays, addHours, type IsoDate, instantOn } from "#kernel";
import type { PlayedCase } from "./register-sheet.ts";

/** Somebody who looks through a colleague's cases one night: what a review of the log is there to find. */
export type NightReader = {
  readonly account: AccountId;
  readonly today: IsoDate;
};

const daysAgo = 12;
/** UTC: after midnight in Sweden. */
const firstSecond = (23 * 60 + 15) * 60;
const secondsEach = 120;
const mostCases = 11;
const reason = "Behöver kontrollera en uppgift";
/** As long as a reason holds. */
const reasonHours = 8;

/** A unit's cases, some of which she has opened although they are a colleague's. */
export function* readAtNight(
  cases: Iterable<PlayedCase>,
  { account, today }: NightReader,
): Generator<PlayedCase> {
  let opened = 0;
  const night = addDays(today, -daysAgo);
  for (const played of cases) {
    const at = instantOn(night, firstSecond + opened * secondsEach);
    const { record, revisions, notes, accessReasons } = played;
    const began = revisions[0]?.at;
    const isReachable = record.readers === null && !record.voided;
    const isColleagues = record.assignee !== null && record.assignee !== account;
    if (opened >= mostCases || !isReachable || !isColleagues || !began || began >= at) {
      yield played;
      continue;
    }
    const of = { at, account, case: record.id };
    // A case has one of these at most.
    const given = { id: `${record.id}-night`, ...of, reason, until: addHours(at, reasonHours) };
    opened++;
    yield {
      ...played,
      accessReasons: [...accessReasons, given],
      notes: [
        ...notes,
        { ...of, action: "case.reason-asked" },
        { ...of, action: "case.opened-with-reason" },
        { ...of, action: "case.read" },
      ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    };
  }
}
