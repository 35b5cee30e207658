import { canonicalJson, type IsoDate, type Problem, parseIsoDate, problem, refused } from "#kernel";
import {
  type CaseRecord,
  notOfferedReasons,
  type SurveyState,
  surveyModes,
  unansweredReasons,
} from "./case-record.ts";
import { type Deciding, type Decision, decided, today } from "./decision.ts";

/**
 * What the worker may record of the client's survey: that it was offered, declined or not offered.
 * «Answered» comes only with the sealed answers, through the survey room.
 */
export type SettledByWorker = Extract<
  SurveyState,
  { kind: "offered" | "declined" | "not-offered" }
>;

/** A closed case can still receive the client's answers, so its state is no hindrance. */
export function decideSettleSurvey(
  record: CaseRecord,
  survey: SettledByWorker,
  deciding: Deciding,
): Decision {
  const from = record.survey;
  if (from.kind === "answered") return refused(problem("survey-already-answered"));
  const problems = [
    ...checkSurvey(survey, record.startedOn, today(deciding)),
    ...checkUnanswered(survey, from),
  ];
  if (problems.length > 0) return refused(...problems);
  // Canonical: the database gives the members back in another order.
  if (canonicalJson(from) === canonicalJson(survey)) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  return decided(record, deciding, [{ kind: "survey-changed", from, to: survey }]);
}

function checkSurvey(
  survey: SettledByWorker,
  startedOn: IsoDate,
  now: IsoDate,
): readonly Problem[] {
  if (survey.kind === "not-offered") {
    const known = notOfferedReasons.includes(survey.reason);
    return known ? [] : [problem("unknown-option", "reason", { value: survey.reason })];
  }
  if (survey.kind === "offered" && !surveyModes.includes(survey.mode ?? "paper")) {
    return [problem("unknown-option", "mode", { value: String(survey.mode) })];
  }
  if (parseIsoDate(survey.on) === undefined) return [problem("not-a-date", "on")];
  if (survey.on > now) return [problem("date-in-future", "on")];
  if (survey.on < startedOn) return [problem("date-before-start", "on", { start: startedOn })];
  return [];
}

/** Nobody is said not to have answered what she was never offered. */
function checkUnanswered(survey: SettledByWorker, from: SurveyState): readonly Problem[] {
  if (survey.kind !== "offered" || survey.unanswered === undefined) return [];
  if (!unansweredReasons.includes(survey.unanswered)) {
    return [problem("unknown-option", "unanswered", { value: String(survey.unanswered) })];
  }
  return from.kind === "offered" ? [] : [problem("survey-not-offered")];
}
