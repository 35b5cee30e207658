import {
  type AnswerSheet,
  type Answers,
  type Codebook,
  evaluate,
  questionsOf,
  type Variable,
} from "#codebook";
import type { CaseRecord } from "#registration";

/** One question that a page can put to a client. */
export type PutQuestion = {
  /** From 1, among all that could be put in the case: the same whatever she answers. */
  readonly number: number;
  readonly variable: Variable;
};

export type Putting = {
  /** All that she could be asked, whatever she answers. */
  readonly possible: readonly PutQuestion[];
  /** Those that she is asked, by what she has answered so far. */
  readonly asked: (answers: Answers) => readonly PutQuestion[];
};

/** What is not among these is left out, and counts as skipped. */
const kinds: readonly Variable["type"][] = ["single", "multiple", "integer"];

export function puttingOf(codebook: Codebook, { sheet }: Pick<CaseRecord, "sheet">): Putting {
  const before = evaluate(codebook, withAnswers(sheet, {}));
  const possible = codebook.variables
    .filter(
      ({ id, phase, view, type }) =>
        phase === "client" &&
        !view &&
        kinds.includes(type) &&
        before.stateOf({ variable: id }) !== "not-asked",
    )
    .map((variable, index) => ({ number: index + 1, variable }));
  return {
    possible,
    asked(answers) {
      const now = questionsOf(codebook, withAnswers(sheet, answers), "client");
      const ids = new Set(now.map((each) => each.kind === "question" && each.variable.id));
      return possible.filter(({ variable }) => ids.has(variable.id));
    },
  };
}

function withAnswers(sheet: AnswerSheet, answers: Answers): AnswerSheet {
  return { ...sheet, answers: { ...sheet.answers, ...answers } };
}
