import {
  type Answers,
  type AnswerValue,
  checkAnswer,
  hiddenAnswers,
  missingAnswers,
  type Variable,
} from "#codebook";
import { done, isoDate, type Outcome, type Problem, problem, refused } from "#kernel";
import type { Combination } from "./meeting.ts";
import { meetingCodebook } from "./meeting-codebook.ts";
import { kindOfUnit, notedQuestions } from "./questions-of-meeting.ts";

/** Far longer than any: what is longer is not even read. */
const longest = 200;

/** The one text of these answers, in whatever order they were given. */
export function combinationOf(answers: Answers): Combination {
  return notedQuestions()
    .flatMap(({ id }) => {
      const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return value ? [`${id}=${codesIn(value).join("+")}`] : [];
    })
    .join(";");
}

/**
 * The answers that a combination stands for; any other text is refused, also one that only says the same
 * otherwise, since each way to write it would be counted by itself.
 */
export function readCombination(text: string): Outcome<Answers> {
  if (text.length > longest) return refused(unknown("…"));
  const written = text.split(";").map((part) => readPart(part));
  const strange = written.flatMap(({ part, value }) => (value ? [] : [unknown(part)]));
  if (strange.length > 0) return refused(...strange);
  const answers = Object.fromEntries(
    written.flatMap(({ id, value }) => (value ? [[id, value]] : [])),
  );
  const found = [...checkEach(answers), ...checkTogether(answers)];
  if (found.length > 0) return refused(...found);
  return combinationOf(answers) === text ? done(answers) : refused(unknown(text));
}

type Part = { readonly part: string; readonly id: string; readonly value?: AnswerValue };

function readPart(part: string): Part {
  const { id = "", codes = "" } =
    /^(?<id>F\d{2})=(?<codes>\d{1,2}(?:\+\d{1,2})*)$/.exec(part)?.groups ?? {};
  const question = notedQuestions().find((each) => each.id === id);
  return question ? { part, id, value: readValue(question, codes) } : { part, id };
}

function readValue({ missing }: Variable, text: string): AnswerValue {
  const chosen = missing.find(({ code }) => text === String(code));
  if (chosen) return { kind: "missing", code: chosen.code };
  return { kind: "codes", codes: text.split("+").map(Number) };
}

function codesIn(value: AnswerValue): readonly number[] {
  if (value.kind === "missing") return [value.code];
  return value.kind === "codes" ? value.codes.toSorted((one, other) => one - other) : [];
}

function checkEach(answers: Answers): readonly Problem[] {
  // No question of a meeting is about a day.
  const day = isoDate(meetingCodebook().validFrom);
  return notedQuestions().flatMap((question) => {
    const value = answers[question.id];
    if (!value) return [];
    const codes = codesIn(value);
    const isTwice = new Set(codes).size < codes.length;
    const isWrong = checkAnswer(question, value, { startedOn: day, today: day }).length > 0;
    return isTwice || isWrong ? [unknown(`${question.id}=${codes.join("+")}`, question.id)] : [];
  });
}

/** Nothing that was not asked, and all that was asked and must be answered. */
function checkTogether(answers: Answers): readonly Problem[] {
  const codebook = meetingCodebook();
  const { id: kind } = kindOfUnit();
  const sheet = { answers, items: [] };
  const needless = hiddenAnswers(codebook, sheet).map(({ variable }) => variable);
  const lacking = missingAnswers(codebook, sheet, "before")
    .map(({ at }) => at)
    .filter((at) => at !== kind);
  return [...needless, ...lacking].map((id) => unknown(id, id));
}

function unknown(found: string, at = "combination"): Problem {
  return problem("combination-unknown", at, { found });
}
