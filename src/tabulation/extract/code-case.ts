import type { AnswerAddress } from "#codebook";
import { codeAnswer, codeBand, codeNoAnswer } from "./coded-question.ts";
import { type EvaluatedCase, seenAnswer } from "./evaluated-case.ts";
import { noQuarter, quarterNumber } from "./quarter-number.ts";
import type { StoredQuestion } from "./relation.ts";
import type { RowWriter } from "./row-writer.ts";
import { standing } from "./standing.ts";

/** When the case was started, when it was closed, and the number of its codebook, added to its row. */
export function codeCaseKeys(row: RowWriter, { counted, under }: EvaluatedCase): void {
  const { startedIn, closedIn } = counted;
  row.push(startedIn === null ? noQuarter : quarterNumber(startedIn));
  row.push(closedIn === null ? noQuarter : quarterNumber(closedIn));
  row.push(under.number);
}

/** What the case says about each question, added to its row in the order of the questions' columns. */
export function codeCase(
  row: RowWriter,
  evaluated: EvaluatedCase,
  questions: readonly StoredQuestion[],
): void {
  const { begun } = evaluated.counted;
  for (const stored of questions) {
    const isBegun = stored.phase === undefined || begun.has(stored.phase);
    codeAt(row, evaluated, stored, undefined, isBegun);
  }
}

/** The same for one row of a repeat group: it is there, so its phase is begun. */
export function codeItem(
  row: RowWriter,
  evaluated: EvaluatedCase,
  questions: readonly StoredQuestion[],
  item: NonNullable<AnswerAddress["item"]>,
): void {
  for (const stored of questions) {
    codeAt(row, evaluated, stored, item, true);
  }
}

function codeAt(
  row: RowWriter,
  evaluated: EvaluatedCase,
  stored: StoredQuestion,
  item: AnswerAddress["item"],
  isBegun: boolean,
): void {
  const { state, value, band } = seenAnswer(evaluated, stored.question, item);
  if (state !== "asked") codeNoAnswer(row, stored, standing.notEligible);
  else if (value) codeAnswer(row, stored, value, evaluated.counted.startedOn);
  else if (band !== undefined) codeBand(row, stored, band);
  else codeNoAnswer(row, stored, isBegun ? standing.notAnswered : standing.phaseNotBegun);
}
