import type { Answers, AnswerValue, Codebook, Question } from "#codebook";
import { allMeetingQuestions } from "./meeting-questions.ts";

/** What was noted, a sentence for each question: «Vad svarade personen? Nej.», «Kön: Kvinna.» */
export function notedInWords(codebook: Codebook, answers: Answers): readonly string[] {
  return allMeetingQuestions(codebook).flatMap((question) => {
    const value = answers[question.id];
    if (!value) return [];
    const { sv: label } = question.label;
    const told = optionsInWords(question, value);
    return [label.endsWith("?") ? `${label} ${told}.` : `${label}: ${told}.`];
  });
}

/** «Tidsbrist, barn var med» */
export function optionsInWords(question: Question, value: AnswerValue): string {
  const codes = value.kind === "codes" ? value.codes : value.kind === "missing" ? [value.code] : [];
  const labels = [...question.options, ...question.missing]
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => label.sv);
  return labels
    .map((label, index) => (index === 0 ? label : label.slice(0, 1).toLowerCase() + label.slice(1)))
    .join(", ");
}
