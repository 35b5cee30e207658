import { daysBetween, type IsoDate, swedishDay } from "#kernel";
import type { CaseRecord, Offered } from "#registration";
import { invitedModes } from "#survey";
import { casePath } from "./page-paths.ts";
import type { TodoLine } from "./todo-line.ts";

/** Days in which nobody is asked why a client who could type herself has not. */
const patienceDays = 7;

/**
 * What the survey asks of the worker, and never of the client: to offer it once the support is over, and
 * to offer it again or write why where an invitation came to nothing. What is on paper or is to be read
 * aloud waits with the coordinator; what is settled waits with nobody.
 */
export function surveyLine(record: CaseRecord, today: IsoDate): TodoLine | undefined {
  const { code, survey, lastStepAt } = record;
  if (!isTime(record) || isOutOfReach(record)) return undefined;
  const path = casePath(code, { phase: "client" });
  const kind = "offer-survey";
  if (survey.kind === "not-yet-offered") {
    const sentence = `Erbjud enkäten i ${code}, eller skriv varför den inte erbjuds`;
    return { kind, caseCode: code, sentence, path, since: swedishDay(lastStepAt) };
  }
  if (survey.kind !== "offered" || !cameToNothing(survey, today)) return undefined;
  const sentence = `Enkäten i ${code} blev inte besvarad: erbjud igen eller skriv varför`;
  return { kind, caseCode: code, sentence, path, since: survey.on };
}

function isTime({ state, completed, voided }: CaseRecord): boolean {
  return !voided && (state === "closed" || completed.during !== undefined);
}

/** Nothing leads to the person any more: there is nobody to offer it to, and no reason to find out. */
function isOutOfReach({ isAnonymous, state }: CaseRecord): boolean {
  return isAnonymous && state === "closed";
}

/** An invitation lives for half an hour; the worker is left alone with it for some days. */
function cameToNothing({ on, mode, unanswered }: Offered, today: IsoDate): boolean {
  const isInvited = invitedModes.some((each) => each === mode);
  return isInvited && unanswered === undefined && daysBetween(on, today) >= patienceDays;
}
