import type { PhaseId } from "#codebook";
import { swedishDay } from "#kernel";
import { shortDay } from "../../words/calendar.ts";
import type { OpenCase } from "./case-context.ts";
import { progressOf } from "./steps.ts";
import { surveyInWords } from "./survey-words.ts";

/** How far a phase has come: «Klar 12 mars 2026», «3 av 6 svar». */
export function phaseStateInWords({ view, codebook, sheet }: OpenCase, phase: PhaseId): string {
  if (phase === "client") return surveyInWords(view.survey, shortDay);
  const done = view.completed[phase];
  if (done) return `Klar ${shortDay(swedishDay(done.at))}`;
  const { answered, asked } = progressOf(codebook, sheet, phase);
  return answered === 0 ? "Inte påbörjad" : `${answered} av ${asked} svar`;
}
