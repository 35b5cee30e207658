import { type Codebook, findOptionLabel, type Question } from "#codebook";
import type { DeliveredAnswer } from "./delivery-format.ts";
import { quarterInWords, toldWords } from "./words/leaving-words.ts";

/** A delivered answer as people read it: the options' own words. */
export function answerLabel(question: Question, answer: DeliveredAnswer): string {
  if (answer === "answered") return toldWords.answered;
  if (typeof answer === "number") return codeLabel(question, answer);
  if (typeof answer === "string") return quarterInWords(answer);
  if (Array.isArray(answer)) return answer.map((code) => codeLabel(question, code)).join(", ");
  return String((answer as { readonly number: number }).number);
}

/** Of a birth year the ages. A view may come to a missing code that the question does not offer. */
export function codeLabel(question: Question, code: number): string {
  return findOptionLabel(question, code)?.sv ?? String(code);
}

/** What a question is called where its form is not said beside it. */
export function questionLabel({ label }: Question): string {
  return label.sv;
}

export function phaseLabel({ phases }: Codebook, phase: string): string {
  return phases.find(({ id }) => id === phase)?.label.sv ?? phase;
}
