import type { Answers } from "#codebook";
import { type IsoDate, problem, problemSentence } from "#kernel";
import { parseCaseCode } from "#registration";
import { readDate } from "../../keyboard/read-date.ts";

export type KeyInProblem = {
  readonly at: "code" | "day" | "answers";
  readonly sentence: string;
};

/** A character is wrong or swapped: the check character tells. */
export const wrongCode: KeyInProblem = {
  at: "code",
  sentence: problemSentence(problem("wrong-case-code")),
};

type Typed = { readonly code: string; readonly day: string; readonly answers: Answers };

export type ReadKeyIn =
  | { readonly kind: "ready"; readonly caseCode: string; readonly answeredOn: IsoDate }
  | { readonly kind: "problem"; readonly problem: KeyInProblem };

/** What stands on the form, or the first thing that is wrong with it. Empty day: today. */
export function readKeyIn({ code, day, answers }: Typed, today: IsoDate): ReadKeyIn {
  const caseCode = parseCaseCode(code);
  if (!caseCode) return { kind: "problem", problem: wrongCode };
  const answeredOn = readDate(day, today, true);
  if (answeredOn.kind === "problem") return found("day", answeredOn.sentence);
  if (answeredOn.kind === "empty" || Object.keys(answers).length === 0) {
    return found(
      "answers",
      "Minst en fråga behöver ett svar. Är enkäten tom ska den inte föras in.",
    );
  }
  return { kind: "ready", caseCode, answeredOn: answeredOn.date };
}

function found(at: KeyInProblem["at"], sentence: string): ReadKeyIn {
  return { kind: "problem", problem: { at, sentence } };
}
