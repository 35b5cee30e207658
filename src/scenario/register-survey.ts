import type { Codebook } from "#codebook";
import { type IsoDate, type Outcome, randomId, seededRandomness } from "#kernel";
import { decideSettleSurvey, type Revision, type SettledByWorker } from "#registration";
import type { SealedResponse } from "#store";
import {
  type Answered,
  decideAnswerByClient,
  decideInvite,
  decideKeyIn,
  type InvitedMode,
  invitedModes,
  type KeyedIn,
  type SurveyResponse,
} from "#survey";
import type { Desk } from "./desk.ts";
import { resume } from "./register-phase.ts";
import { latest, workdayFrom } from "./workday.ts";
import {
  answerOf,
  type WrittenAnswers,
  type WrittenCase,
  type WrittenSurvey,
} from "./written-case.ts";

type WrittenAnswer = Extract<WrittenSurvey, { kind: "answered" }>;

/** Offered or not by the worker; answered by the client, or keyed in by one who does not work on the case. */
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
    const { kind, on, unanswered } = survey;
    settle(desk, on, { kind, on });
    if (unanswered) giveUp(desk, { kind, on, unanswered: unanswered.reason }, unanswered.settledOn);
    return null;
  }
  if (survey.kind === "declined") {
    const { kind, on, offeredOn } = survey;
    if (offeredOn) settle(desk, offeredOn, { kind: "offered", on: offeredOn });
    settle(desk, on, { kind, on });
    return null;
  }
  settle(desk, survey.offeredOn, { kind: "offered", on: survey.offeredOn });
  return answer(desk, codebook, survey);
}

function settle(desk: Desk, day: IsoDate, settled: SettledByWorker): void {
  resume(desk, workdayFrom(day));
  desk.take("case.survey-settled", (record, deciding) =>
    decideSettleSurvey(record, settled, deciding),
  );
}

/** Nothing is drawn: a reason that is written moves no other case. */
function giveUp(desk: Desk, settled: SettledByWorker, day: IsoDate): void {
  desk.wait(workdayFrom(day));
  desk.takeUndrawn("case.survey-settled", (record, deciding) =>
    decideSettleSurvey(record, settled, deciding),
  );
}

function answer(desk: Desk, codebook: Codebook, survey: WrittenAnswer): SealedResponse | null {
  const { answeredOn, keyedInBy, keyedInOn, mode = "paper", answers: written } = survey;
  const answers = clientAnswers(codebook, written);
  const day = workdayFrom(latest(answeredOn, keyedInOn));
  const response = isTyped(mode)
    ? answerByClient(desk, codebook, day, mode, answers)
    : keyIn(desk, codebook, day, keyedInBy, { mode, answeredOn, answers });
  if (desk.isOver()) return null;
  const { id, unit } = desk.record();
  return { id: randomId(desk.randomness), case: id, unit, response };
}

function keyIn(
  desk: Desk,
  codebook: Codebook,
  day: IsoDate,
  keyedInBy: WrittenAnswer["keyedInBy"],
  response: KeyedIn,
): SurveyResponse {
  desk.sit(day, keyedInBy);
  desk.take("survey.keyed-in", (record, deciding) =>
    revisionOf(decideKeyIn(record, codebook, response, deciding)),
  );
  return response;
}

/** She sits with the worker, or holds her own telephone, on the day when a paper would have been keyed in. */
function answerByClient(
  desk: Desk,
  codebook: Codebook,
  day: IsoDate,
  mode: InvitedMode,
  answers: SurveyResponse["answers"],
): SurveyResponse {
  // The secrets of a way in are told once and kept nowhere: no chance of the story's is spent on them.
  const asked = { mode, language: "sv", isDeviceSafe: true };
  const forgotten = seededRandomness(0);
  desk.sit(day);
  desk.take("survey.invited", (record, deciding) => {
    const invited = decideInvite(record, asked, deciding, forgotten);
    return invited.kind === "done" ? { kind: "done", value: invited.value.revision } : invited;
  });
  let response: SurveyResponse = { mode, answeredOn: day, answers };
  desk.takeByClient("survey.answered", (record, deciding) => {
    const answered = decideAnswerByClient(record, codebook, { mode }, answers, deciding);
    if (answered.kind === "done") response = answered.value.response;
    return revisionOf(answered);
  });
  return response;
}

function revisionOf(answered: Outcome<Answered>): Outcome<Revision> {
  return answered.kind === "done" ? { kind: "done", value: answered.value.revision } : answered;
}

function isTyped(mode: SurveyResponse["mode"]): mode is InvitedMode {
  return invitedModes.some((each) => each === mode);
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
