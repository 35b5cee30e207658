import { addDays, daysBetween, type IsoDate, type Randomness } from "#kernel";
import { between } from "../draw.ts";
import { type LifeLine, paces, workdayWithin } from "../life-line.ts";
import type { stagesAtCutOff } from "../targets/lives.ts";
import { workdayFrom, workdayUntil } from "../workday.ts";
import { followedRound } from "./round.ts";

/** Where a case of the round stands at its cut-off; all are closed in the year after it. */
export type RoundStage = keyof typeof stagesAtCutOff;

const firstDay = workdayFrom(followedRound.period.from);
export const lastDay = workdayUntil(addDays(followedRound.period.until, -1));
const wholeRound = daysBetween(firstDay, lastDay);

/** Days. */
const closedCaseLasts = [30, 400] as const;
const startedBefore: {
  readonly [stage in Exclude<RoundStage, "closed">]: readonly [number, number];
} = {
  closing: [75, 380],
  during: [45, 420],
  assessed: [12, 50],
  fresh: [0, 26],
};
const closesAfterSupport = [0, 20] as const;
const nextYear = { first: [4, 24], support: [20, 200] } as const;

/** Starts within the round; a step that the stage has not come to falls after the cut-off. */
export function roundLine(randomness: Randomness, stage: RoundStage): LifeLine {
  const draw = ([from, to]: readonly [number, number]) => between(randomness, from, to);
  const step = (day: IsoDate, days: readonly [number, number], isReached: boolean) =>
    isReached ? workdayWithin(randomness, day, days, lastDay) : later(day, days);
  const later = (day: IsoDate, days: readonly [number, number]) => {
    const [from, pace] = day > lastDay ? [day, days] : [lastDay, nextYear.first];
    return workdayFrom(addDays(from, draw(pace)));
  };

  if (stage === "closed") {
    const lasts = draw(closedCaseLasts);
    const closedOn = workdayUntil(addDays(firstDay, between(randomness, lasts, wholeRound)));
    const startedOn = workdayFrom(addDays(closedOn, -lasts));
    const endedOn = workdayUntil(addDays(closedOn, -draw(closesAfterSupport)));
    const until = endedOn < startedOn ? startedOn : endedOn;
    const assessedOn = workdayWithin(randomness, startedOn, paces.assessed, until);
    const beganOn = workdayWithin(randomness, assessedOn, paces.began, until);
    const registeredOn = workdayWithin(randomness, beganOn, paces.registered, until);
    return { startedOn, assessedOn, beganOn, registeredOn, endedOn: until, closedOn };
  }
  const startedOn = workdayFrom(addDays(lastDay, -draw(startedBefore[stage])));
  const isSupported = stage === "closing" || stage === "during";
  const assessedOn = step(startedOn, paces.assessed, stage !== "fresh");
  const beganOn = step(assessedOn, paces.began, isSupported);
  const registeredOn = step(beganOn, paces.registered, isSupported);
  const endedOn = step(registeredOn, nextYear.support, stage === "closing");
  return {
    startedOn,
    assessedOn,
    beganOn,
    registeredOn,
    endedOn,
    closedOn: later(endedOn, closesAfterSupport),
  };
}
