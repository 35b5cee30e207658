import type { SurveyState } from "#registration";
import { dayInWords } from "../../words/calendar.ts";
import {
  notOfferedReasonNames,
  surveyModeNames,
  unansweredReasonNames,
} from "../../words/case-words.ts";

export function surveyInWords(survey: SurveyState, inWords = dayInWords): string {
  switch (survey.kind) {
    case "not-yet-offered":
      return "Inte erbjuden än";
    case "offered":
      return survey.unanswered === undefined
        ? `Erbjuden ${inWords(survey.on)}${wayInWords(survey)}`
        : `Inget svar: ${unansweredReasonNames[survey.unanswered].toLowerCase()}`;
    case "answered":
      return `Besvarad ${inWords(survey.on)}`;
    case "declined":
      return `Klienten avböjde ${inWords(survey.on)}`;
    case "not-offered":
      return `Erbjöds inte: ${notOfferedReasonNames[survey.reason].toLowerCase()}`;
  }
}

/** « på papper»; cases from before the ways were recorded have none. */
function wayInWords({ mode }: Extract<SurveyState, { kind: "offered" }>): string {
  return mode === undefined ? "" : ` ${surveyModeNames[mode]}`;
}
