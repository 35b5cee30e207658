import { hasPersonnummer, type IsoDate, type Problem, parseIsoDate, problem } from "#kernel";
import { adultAge, ageAtStart } from "./age-bands.ts";
import type { AnswerValue, Item } from "./answer.ts";
import type { Question } from "./codebook.ts";
import type { PhaseId } from "./phase.ts";

export type AnswerContext = {
  readonly startedOn: IsoDate;
  readonly today: IsoDate;
  /** The row that a field belongs to; without it the rules that look at row or phase are left out. */
  readonly row?: Pick<Item, "phase" | "answers">;
};

/** What is wrong with one answer by itself; `at` is the question's id. Nothing found: empty. */
export function checkAnswer(
  question: Question,
  value: AnswerValue,
  context: AnswerContext,
): readonly Problem[] {
  if ("view" in question && question.view) return [problem("not-asked", question.id)];
  if (value.kind === "missing") return checkMissing(question, value.code);
  switch (question.type) {
    case "single":
    case "multiple":
      return value.kind === "codes" ? checkCodes(question, value.codes) : wrongKind(question);
    case "integer":
      return value.kind === "number"
        ? checkNumber(question, value.number, context)
        : wrongKind(question);
    case "date":
      return value.kind === "date" ? checkDate(question, value.date, context) : wrongKind(question);
  }
}

function wrongKind({ id }: Question): readonly Problem[] {
  return [problem("wrong-kind-of-answer", id)];
}

function checkMissing({ id, missing }: Question, code: number): readonly Problem[] {
  const isOffered = missing.some((option) => option.code === code);
  return isOffered ? [] : [problem("unknown-option", id, { value: code })];
}

function checkCodes(question: Question, codes: readonly number[]): readonly Problem[] {
  const { id, options, type } = question;
  if (codes.length === 0) return [problem("nothing-chosen", id)];
  if (type === "single" && codes.length > 1) return wrongKind(question);
  const problems: Problem[] = [];
  for (const code of codes) {
    const option = options.find((each) => each.code === code);
    if (!option) problems.push(problem("unknown-option", id, { value: code }));
    else if (option.exclusive && codes.length > 1) {
      problems.push(problem("exclusive-option", id, { label: option.label.sv }));
    }
  }
  return problems;
}

function checkNumber(
  question: Question,
  number: number,
  { startedOn }: AnswerContext,
): readonly Problem[] {
  const { id, range, ageBandCuts } = question;
  if (!Number.isSafeInteger(number)) return wrongKind(question);
  if (hasPersonnummer(String(number))) return [problem("looks-like-personnummer", id)];
  if (range && (number < range.from || number > range.to)) {
    return [problem("number-out-of-range", id, { from: range.from, to: range.to })];
  }
  if (ageBandCuts && ageAtStart(number, startedOn) < adultAge) {
    return [problem("under-eighteen", id)];
  }
  return [];
}

function checkDate(
  question: Question,
  date: IsoDate,
  { startedOn, today, row }: AnswerContext,
): readonly Problem[] {
  const { id, dateLimits: limits } = question;
  // What comes from outside only claims to be a date.
  if (parseIsoDate(date) === undefined) return [problem("not-a-date", id)];
  const problems: Problem[] = [];
  if (limits?.notAfterToday && date > today) problems.push(problem("date-in-future", id));
  const phase = phaseOf(question, row);
  if (phase && limits?.notBeforeStartIn?.includes(phase) && date < startedOn) {
    problems.push(problem("date-before-start", id, { start: startedOn }));
  }
  const earlier = dateIn(row, limits?.notBefore);
  if (earlier && date < earlier) {
    problems.push(problem("ends-before-start", id, { start: earlier }));
  }
  return problems;
}

function phaseOf(question: Question, row: AnswerContext["row"]): PhaseId | undefined {
  return row ? row.phase : "phase" in question ? question.phase : undefined;
}

function dateIn(row: AnswerContext["row"], field: string | undefined): IsoDate | undefined {
  if (!row || field === undefined || !Object.hasOwn(row.answers, field)) return undefined;
  const value = row.answers[field];
  return value?.kind === "date" ? value.date : undefined;
}
