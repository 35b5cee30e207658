import type { SurveyState } from "#registration";
import { dayInWords } from "../../words/calendar.ts";
import { notOfferedReasonNames } from "../../words/case-words.ts";

export function surveyInWords(survey: SurveyState, inWords = dayInWords): string {
  switch (survey.kind) {
    case "not-yet-offered":
      return "Inte erbjuden än";
    case "offered":
      return `Erbjuden ${inWords(survey.on)}`;
    case "answered":
      return `Besvarad ${inWords(survey.on)}`;
    case "declined":
      return `Klienten avböjde ${inWords(survey.on)}`;
    case "not-offered":
      return `Erbjöds inte: ${notOfferedReasonNames[survey.reason].toLowerCase()}`;
  }
}
