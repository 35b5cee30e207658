import { type AccountId, addDays, type IsoDate, type Randomness } from "#kernel";
import { type NotOfferedReason, notOfferedReasons as reasons } from "#registration";
import { between, drawCode } from "./draw.ts";
import type { LifeLine } from "./life-line.ts";
import { common, notOfferedReasons, type surveyStates } from "./targets.ts";
import { workdayUntil } from "./workday.ts";
import type { WrittenSurvey } from "./written-case.ts";

export type SurveyFate = keyof typeof surveyStates;

/** Offered about when the case closes, answered within three weeks, keyed in soon after. */
export function drawSurvey(
  randomness: Randomness,
  { survey, keyedInBy }: { readonly survey: SurveyFate; readonly keyedInBy: AccountId },
  { startedOn, endedOn }: LifeLine,
  today: IsoDate,
): WrittenSurvey | undefined {
  if (survey === "not-yet-offered") return undefined;
  const yesterday = workdayUntil(addDays(today, -1));
  const after = (day: IsoDate, shortest: number, longest: number) => {
    const later = workdayUntil(addDays(day, between(randomness, shortest, longest)));
    if (later < day) return day;
    return later < yesterday ? later : yesterday;
  };
  if (survey === "not-offered") {
    const code = drawCode(randomness, shareOut(notOfferedReasons));
    return { kind: "not-offered", reason: reasons[code] ?? "other" };
  }
  const early = workdayUntil(addDays(endedOn, -randomness.below(8)));
  const on = early > startedOn ? early : endedOn;
  if (survey === "offered" || survey === "declined") return { kind: survey, on };
  const answeredOn = after(on, 0, 21);
  const keyedInOn = after(answeredOn > endedOn ? answeredOn : endedOn, 0, 9);
  const { change, importance, participation, coping } = common.client;
  const changed = drawCode(randomness, change);
  const answers = {
    V26: changed,
    V27: drawCode(randomness, importance[changed as keyof typeof importance]),
    V28: drawCode(randomness, participation),
    V29: drawCode(randomness, coping),
  };
  return { kind: "answered", offeredOn: on, answeredOn, keyedInBy, keyedInOn, answers };
}

function shareOut(percent: { readonly [reason in NotOfferedReason]: number }) {
  return Object.fromEntries(reasons.map((reason, index) => [index, percent[reason]]));
}
