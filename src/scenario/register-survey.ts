import type { Codebook } from "#codebook";
import { type IsoDate, randomId } from "#kernel";
import { decideSettleSurvey, type SettledByWorker } from "#registration";
import type { SealedResponse } from "#store";
import { decideKeyIn, type SurveyResponse } from "#survey";
import type { Desk } from "./desk.ts";
import { resume } from "./register-phase.ts";
import { latest, workdayFrom } from "./workday.ts";
import {
  answerOf,
  type WrittenAnswers,
  type WrittenCase,
  type WrittenSurvey,
} from "./written-case.ts";

/** Offered or not by the worker; keyed in, without seeing the case, by another person. */
export function settleSurvey(
  desk: Desk,
  codebook: Codebook,
  { survey }: WrittenCase,
): SealedResponse | null {
  if (!survey) return null;
  if (survey.kind === "not-offered") {
    const { kind, reason, settledOn = desk.day() } = survey;
    settle(desk, settledOn, { kind, reason });
    return null;
  }
  if (survey.kind === "offered") {
    settle(desk, survey.on, survey);
    return null;
  }
  if (survey.kind === "declined") {
    const { kind, on, offeredOn } = survey;
    if (offeredOn) settle(desk, offeredOn, { kind: "offered", on: offeredOn });
    settle(desk, on, { kind, on });
    return null;
  }
  settle(desk, survey.offeredOn, { kind: "offered", on: survey.offeredOn });
  return keyIn(desk, codebook, survey);
}

function settle(desk: Desk, day: IsoDate, settled: SettledByWorker): void {
  resume(desk, workdayFrom(day));
  desk.take("case.survey-settled", (record, deciding) =>
    decideSettleSurvey(record, settled, deciding),
  );
}

function keyIn(
  desk: Desk,
  codebook: Codebook,
  {
    answeredOn,
    keyedInBy,
    keyedInOn,
    answers: written,
  }: Extract<WrittenSurvey, { kind: "answered" }>,
): SealedResponse | null {
  const answers = clientAnswers(codebook, written);
  const response: SurveyResponse = { mode: "paper", answeredOn, answers };
  desk.sit(workdayFrom(latest(answeredOn, keyedInOn)), keyedInBy);
  desk.take("survey.keyed-in", (record, deciding) => {
    const outcome = decideKeyIn(record, codebook, response, deciding);
    return outcome.kind === "done" ? { kind: "done", value: outcome.value.revision } : outcome;
  });
  if (desk.isOver()) return null;
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
