import type { Codebook } from "#codebook";
import { randomId } from "#kernel";
import { decideSettleSurvey } from "#registration";
import type { SealedResponse } from "#store";
import { decideKeyIn, type SurveyResponse } from "#survey";
import type { Desk } from "./desk.ts";
import { resume } from "./register-phase.ts";
import { latest, workdayFrom } from "./workday.ts";
import { answerOf, type WrittenAnswers, type WrittenCase } from "./written-case.ts";

/** Offered or not by the worker; keyed in, without seeing the case, by another person. */
export function settleSurvey(
  desk: Desk,
  codebook: Codebook,
  { survey }: WrittenCase,
): SealedResponse | null {
  if (!survey) return null;
  const settled =
    survey.kind === "answered" ? ({ kind: "offered", on: survey.offeredOn } as const) : survey;
  resume(desk, "on" in settled ? workdayFrom(settled.on) : desk.day());
  desk.take("case.survey-settled", (record, deciding) =>
    decideSettleSurvey(record, settled, deciding),
  );
  if (survey.kind !== "answered") return null;

  const { answeredOn, keyedInBy, keyedInOn } = survey;
  const answers = clientAnswers(codebook, survey.answers);
  const response: SurveyResponse = { mode: "paper", answeredOn, answers };
  desk.sit(workdayFrom(latest(answeredOn, keyedInOn)), keyedInBy);
  desk.take("survey.keyed-in", (record, deciding) => {
    const outcome = decideKeyIn(record, codebook, response, deciding);
    return outcome.kind === "done" ? { kind: "done", value: outcome.value.revision } : outcome;
  });
  const { id, unit } = desk.record();
  return { id: randomId(desk.randomness), case: id, unit, response };
}

function clientAnswers(codebook: Codebook, written: WrittenAnswers): SurveyResponse["answers"] {
  return Object.fromEntries(
    Object.entries(written).map(([id, value]) => {
      const question = codebook.variables.find((variable) => variable.id === id);
      if (!question) throw new Error(`${codebook.id} has no variable ${id}`);
      return [id, answerOf(question, value)];
    }),
  );
}
