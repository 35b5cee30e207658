import { addDays, type IsoDate, type Problem, problem } from "#kernel";
import type { Campaign } from "./campaign.ts";
import { endOf } from "./campaign-days.ts";
import type { ConfidenceAnswer, Moment } from "./confidence.ts";
import { confidenceQuestions } from "./confidence-questions.ts";

/** Before is until the first week has gone; after is from the last day, closed or not, and four weeks on. */
const daysOfBefore = 7;
const daysOfAfter = 28;

/** A routine has no «after» until it is closed. */
export function confidenceOpen(campaign: Campaign, moment: Moment, today: IsoDate): boolean {
  if (moment === "before") {
    return campaign.closedAt === null && today < addDays(campaign.firstDay, daysOfBefore);
  }
  const end = endOf(campaign);
  return end !== null && today >= end && today <= addDays(end, daysOfAfter);
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
