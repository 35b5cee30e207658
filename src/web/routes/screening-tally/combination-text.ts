import type { Answers, AnswerValue, Codebook } from "#codebook";
import { meetingQuestions } from "./meeting-questions.ts";

/**
 * The answers as the server counts them, such as `F04=1;F06=3`: questions in the codebook's order, codes
 * ascending and joined by `+`, nothing of what was not asked or not answered.
 */
export function combinationText(codebook: Codebook, answers: Answers): string {
  return meetingQuestions(codebook, answers)
    .flatMap(({ id }) => {
      const value = answers[id];
      return value ? [`${id}=${codesIn(value).join("+")}`] : [];
    })
    .join(";");
}

function codesIn(value: AnswerValue): readonly number[] {
  if (value.kind === "missing") return [value.code];
  return value.kind === "codes" ? value.codes.toSorted((one, other) => one - other) : [];
}
