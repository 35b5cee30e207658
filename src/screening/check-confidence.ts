import { addDays, type IsoDate, type Problem, problem } from "#kernel";
import type { Campaign } from "./campaign.ts";
import type { ConfidenceAnswer, Moment } from "./confidence.ts";
import { confidenceQuestions } from "./confidence-questions.ts";

/** Before is until the first week has gone; after is from the last day, closed or not, and four weeks on. */
const daysOfBefore = 7;
const daysOfAfter = 28;

/** A routine's next half-year has no «before»: it is the «after» of the one that it follows. */
export function confidenceOpen(campaign: Campaign, moment: Moment, today: IsoDate): boolean {
  if (moment === "before") {
    const isFirst = campaign.closedAt === null && campaign.follows === null;
    return isFirst && today < addDays(campaign.firstDay, daysOfBefore);
  }
  return today >= campaign.lastDay && today <= addDays(campaign.lastDay, daysOfAfter);
}

export function checkConfidence(
  campaign: Campaign,
  answer: ConfidenceAnswer,
  moment: Moment,
  today: IsoDate,
): readonly Problem[] {
  if (!confidenceOpen(campaign, moment, today)) return [problem("confidence-closed", "moment")];
  const { length: questions } = confidenceQuestions;
  const isWhole =
    answer.length === questions &&
    answer.every((each) => Number.isInteger(each) && each >= 1 && each <= 5);
  return isWhole ? [] : [problem("confidence-incomplete", "answer", { questions })];
}
