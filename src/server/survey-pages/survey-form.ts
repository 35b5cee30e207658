import type { Context } from "hono";
import { type AnswerContext, type Answers, type AnswerValue, checkAnswer } from "#codebook";
import { parseWayIn, type WayIn } from "#survey";
import { readText } from "../http/request-body.ts";
import type { PutQuestion } from "./put-questions.ts";

/** Bytes: a survey of a hundred questions is a tenth of it. */
const largestForm = 16 * 1024;

/**
 * What a page of ours has sent. What is too large or no form at all counts as an empty one: the client
 * meets the same page as for digits that are wrong.
 */
export type SurveyForm = {
  /** The first of that name; empty where there is none. */
  readonly one: (name: string) => string;
  readonly all: (name: string) => readonly string[];
};

export async function readForm(context: Context): Promise<SurveyForm> {
  const type = context.req.header("Content-Type") ?? "";
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
  const text = isForm ? await readText(context, largestForm) : undefined;
  const fields = new URLSearchParams(text ?? "");
  return { one: (name) => fields.get(name) ?? "", all: (name) => fields.getAll(name) };
}

/** What is shown to her again, so that she can mend it: letters and signs alone. */
export function readWritten(form: SurveyForm): string {
  return form
    .one("way")
    .toWellFormed()
    .replace(/[\p{C}\ufffd]/gu, "")
    .trim()
    .slice(0, 40);
}

/** Digits as they are typed in several alphabets; empty for anything else. */
export function readPin(form: SurveyForm): string {
  const pin = form
    .one("pin")
    .replace(/\s/g, "")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return /^\d{4}$/.test(pin) ? pin : "";
}

export function readKey(form: SurveyForm): WayIn | undefined {
  return parseWayIn(form.one("nyckel"));
}

/** The code for «left out on purpose», in the field of every kind of question. */
export const skipCode = 98;
export const skipped: AnswerValue = { kind: "missing", code: skipCode };
/** Of a number, where 98 may be one. */
export const skipWord = "-";

/**
 * Her answers so far, those on the page and those that it carried. Only questions that can be put are
 * looked for, and what cannot be an answer is none.
 */
export function readAnswers(
  form: SurveyForm,
  questions: readonly PutQuestion[],
  context: AnswerContext,
): Answers {
  return Object.fromEntries(
    questions.flatMap(({ variable }) => {
      const value = readAnswer(form.all(variable.id), variable);
      const isAnswer = value && checkAnswer(variable, value, context).length === 0;
      return isAnswer ? [[variable.id, value]] : [];
    }),
  );
}

function readAnswer(
  given: readonly string[],
  { type, options }: PutQuestion["variable"],
): AnswerValue | undefined {
  if (type === "integer") {
    if (given.includes(skipWord)) return skipped;
    const number = given.find((each) => /^-?\d{1,15}$/.test(each));
    return number === undefined ? undefined : { kind: "number", number: Number(number) };
  }
  const chosen = type === "single" ? given.slice(0, 1) : given;
  if (chosen.includes(String(skipCode))) return skipped;
  const picked = options.filter(({ code }) => chosen.includes(String(code)));
  // «None of these» together with one of these: the one was picked on purpose too.
  const together = picked.filter(({ exclusive }) => exclusive !== true);
  const codes = (together.length > 0 ? together : picked.slice(0, 1)).map(({ code }) => code);
  return codes.length === 0 ? undefined : { kind: "codes", codes };
}
