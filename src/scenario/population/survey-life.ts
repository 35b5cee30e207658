import { type AccountId, addDays, type IsoDate, type Randomness } from "#kernel";
import { notOfferedReasons, surveyModes, unansweredReasons } from "#registration";
import type { LifeLine } from "../life-line.ts";
import { workdayWithin } from "../life-line.ts";
import { workdayFrom, workdayUntil } from "../workday.ts";
import type { WrittenAnswers, WrittenSurvey } from "../written-case.ts";
import { type Plan, surveyCodes } from "./plan.ts";

const answersWithin = [0, 21] as const;
const keyedInWithin = [0, 9] as const;
/** Days after the offer, when somebody writes why no answer came. */
const givenUpAfter = 30;

export type SurveyTimes = {
  readonly keyedInBy: AccountId;
  /** What the plan has settled of the survey is settled by then. */
  readonly last: IsoDate;
  /** When what was left open is settled; without it, it stays open. */
  readonly leftovers?: IsoDate;
};

/** Offered about when the case closes, answered within three weeks, keyed in soon after. */
export function surveyLife(
  plan: Plan,
  at: number,
  { startedOn, closedOn }: LifeLine,
  { keyedInBy, last, leftovers }: SurveyTimes,
  randomness: Randomness,
): WrittenSurvey | undefined {
  const early = workdayUntil(addDays(closedOn, -randomness.below(8)));
  const on = early > startedOn ? early : closedOn;
  switch (plan.survey[at]) {
    case surveyCodes.answered: {
      const answeredOn = workdayWithin(randomness, on, answersWithin, last);
      const seenOn = answeredOn > closedOn ? answeredOn : closedOn;
      const keyedInOn = workdayWithin(randomness, seenOn, keyedInWithin, last);
      const answers = clientAnswers(plan, at);
      const mode = surveyModes[plan.surveyMode[at] ?? 0] ?? "paper";
      return { kind: "answered", offeredOn: on, answeredOn, keyedInBy, keyedInOn, mode, answers };
    }
    case surveyCodes.declined:
      return { kind: "declined", on };
    case surveyCodes["not-offered"]: {
      const reason = notOfferedReasons[plan.notOfferedReason[at] ?? 0] ?? "other";
      return { kind: "not-offered", reason };
    }
    case surveyCodes.offered: {
      if (leftovers) return { kind: "declined", offeredOn: on, on: leftovers };
      const reason = unansweredReasons[(plan.unanswered[at] ?? 0) - 1];
      const settledOn = workdayFrom(addDays(on, givenUpAfter));
      return reason && settledOn <= last
        ? { kind: "offered", on, unanswered: { reason, settledOn } }
        : { kind: "offered", on };
    }
    default:
      return leftovers
        ? { kind: "not-offered", reason: "no-contact", settledOn: leftovers }
        : undefined;
  }
}

function clientAnswers(plan: Plan, at: number): WrittenAnswers {
  return {
    V26: plan.clientChange[at] ?? 0,
    V27: plan.importance[at] ?? 0,
    V28: plan.participation[at] ?? 0,
    V29: plan.coping[at] ?? 0,
  };
}
