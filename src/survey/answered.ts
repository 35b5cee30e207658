import {
  type Answers,
  type Codebook,
  checkAnswer,
  questionsOf,
  stateOf,
  type Variable,
} from "#codebook";
import {
  done,
  type IsoDate,
  type Outcome,
  type Problem,
  parseIsoDate,
  problem,
  refused,
} from "#kernel";
import {
  type CaseRecord,
  type Deciding,
  decided,
  type Revision,
  type SurveyMode,
  today,
} from "#registration";

/**
 * The client's own answers, by variable. Stored apart from the case and sealed: no route gives them
 * back, and figures take them up five at a time.
 */
export type SurveyResponse = {
  readonly mode: SurveyMode;
  readonly answeredOn: IsoDate;
  readonly answers: Answers;
};

/** What the case gets to know of it, and what is sealed. */
export type Answered = { readonly revision: Revision; readonly response: SurveyResponse };

/** A client's answers come in, whichever way they came. */
export function decideAnswered(
  record: CaseRecord,
  codebook: Codebook,
  response: SurveyResponse,
  deciding: Deciding,
): Outcome<Answered> {
  if (record.survey.kind === "answered") return refused(problem("survey-already-answered"));
  if (record.voided) return refused(problem("case-voided"));
  if (record.survey.kind !== "offered") return refused(problem("survey-not-offered"));
  const problems = [
    ...checkDay(record, response.answeredOn, today(deciding)),
    ...checkAnswers(record, codebook, response.answers, today(deciding)),
  ];
  if (problems.length > 0) return refused(...problems);
  const revision = decided(record, deciding, [
    {
      kind: "survey-changed",
      from: record.survey,
      to: { kind: "answered", on: response.answeredOn },
    },
  ]);
  return revision.kind === "done" ? done({ revision: revision.value, response }) : revision;
}

function checkDay(record: CaseRecord, day: IsoDate, now: IsoDate): readonly Problem[] {
  if (parseIsoDate(day) === undefined) return [problem("not-a-date", "answeredOn")];
  if (day > now) return [problem("date-in-future", "answeredOn")];
  if (day < record.startedOn) {
    return [problem("date-before-start", "answeredOn", { start: record.startedOn })];
  }
  return [];
}

/**
 * The client may skip any question; a skipped one is keyed in as 98, on purpose, so that none is
 * forgotten. Nothing is answered that is not asked.
 */
function checkAnswers(
  record: CaseRecord,
  codebook: Codebook,
  answers: Answers,
  now: IsoDate,
): readonly Problem[] {
  const sheet = { ...record.sheet, answers: { ...record.sheet.answers, ...answers } };
  const context = { startedOn: record.startedOn, today: now };
  const missing = questionsOf(codebook, sheet, "client").flatMap((asked) =>
    asked.kind === "question" &&
    isSkippedAloud(asked.variable) &&
    !Object.hasOwn(answers, asked.variable.id)
      ? [problem("answer-missing", asked.variable.id, { label: asked.variable.label.sv })]
      : [],
  );
  const wrong = Object.entries(answers).flatMap(([id, value]) => {
    const question = codebook.variables.find((variable) => variable.id === id);
    if (question?.phase !== "client" || question.view) return [problem("unknown-variable", id)];
    if (stateOf(codebook, sheet, { variable: id }) !== "asked") return [problem("not-asked", id)];
    return checkAnswer(question, value, context).map((found) => ({ ...found, at: id }));
  });
  return [...missing, ...wrong];
}

/** A question that lacks the code for it is skipped by being left out. */
export function isSkippedAloud({ missing }: Variable): boolean {
  return missing.some(({ code }) => code === 98);
}
