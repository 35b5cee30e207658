import type { CountedConfidence, Moment } from "./confidence.ts";
import { confidenceQuestions } from "./confidence-questions.ts";

const fewest = 5;

/** One per question, to one decimal. `null`: fewer than five have answered. */
export function meansOf(
  counted: readonly CountedConfidence[],
  moment: Moment,
): readonly number[] | null {
  const alike = counted.filter((each) => each.moment === moment);
  const answers = alike.reduce((sum, { count }) => sum + count, 0);
  if (answers < fewest) return null;
  const given = alike.map(({ answer, count }) => ({ chosen: answer.split(","), count }));
  return confidenceQuestions.map((_, index) => {
    const sum = given.reduce((all, { chosen, count }) => all + Number(chosen[index]) * count, 0);
    return Math.round((sum / answers) * 10) / 10;
  });
}
