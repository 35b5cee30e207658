import { type Answers, type Codebook, questionsOf } from "#codebook";
import { type IsoDate, problem, problemSentence } from "#kernel";
import { parseCaseCode } from "#registration";
import type { Refusal } from "#server";
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
export function readKeyIn(
  codebook: Codebook,
  { code, day, answers }: Typed,
  today: IsoDate,
): ReadKeyIn {
  const caseCode = parseCaseCode(code);
  if (!caseCode) return { kind: "problem", problem: wrongCode };
  const answeredOn = readDate(day, today, true);
  if (answeredOn.kind === "problem") return found("day", answeredOn.sentence);
  if (answeredOn.kind === "empty") throw new Error("an empty day means today");
  const left = unanswered(codebook, answers);
  if (left.length > 0) {
    const questions = left.map((question) => `«${question}»`).join(", ");
    return found(
      "answers",
      `Utan svar: ${questions}. Hoppade klienten över en fråga, välj Uppgift saknas.`,
    );
  }
  return { kind: "ready", caseCode, answeredOn: answeredOn.date };
}

function found(at: KeyInProblem["at"], sentence: string): ReadKeyIn {
  return { kind: "problem", problem: { at, sentence } };
}

/** The questions that still have no answer, as they are asked. */
function unanswered(codebook: Codebook, answers: Answers): readonly string[] {
  return questionsOf(codebook, { answers, items: [] }, "client").flatMap((asked) =>
    asked.kind === "question" && !Object.hasOwn(answers, asked.variable.id)
      ? [(asked.variable.prompt ?? asked.variable.label).sv]
      : [],
  );
}

/** A refusal of the server's, at the place on the form that it is about. */
export function placeOfRefusal(
  codebook: Codebook,
  problems: Refusal["problems"],
): KeyInProblem | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const isAnswer = codebook.variables.some(({ id }) => id === first.at);
  const at = first.at === "answeredOn" ? "day" : isAnswer ? "answers" : "code";
  return { at, sentence: first.sentence };
}
