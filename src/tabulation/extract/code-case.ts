import type { AnswerAddress, Condition } from "#codebook";
import { type Coded, codeAnswer, codeBand, withoutAnswer } from "./coded-question.ts";
import { type EvaluatedCase, seenAnswer } from "./evaluated-case.ts";
import { noQuarter, quarterNumber } from "./quarter-number.ts";
import type { StoredQuestion } from "./relation.ts";
import { standing } from "./standing.ts";

/** 1 for each condition that holds; 0 where it does not, or is not known yet. */
export function codeConditions(
  { evaluation, under }: EvaluatedCase,
  conditions: readonly Condition[],
): readonly number[] {
  return conditions.map((each) => (evaluation.holds(under.conditionOf(each)) === true ? 1 : 0));
}

/** When the case was started, when it was closed, and the number of its codebook. */
export function codeCaseKeys({ counted, under }: EvaluatedCase): readonly number[] {
  const { startedIn, closedIn } = counted;
  const closed = closedIn === null ? noQuarter : quarterNumber(closedIn);
  return [quarterNumber(startedIn), closed, under.number];
}

/** What the case says about each question, added to its row in the order of the questions' columns. */
export function codeCase(
  row: number[],
  evaluated: EvaluatedCase,
  questions: readonly StoredQuestion[],
): void {
  const { begun } = evaluated.counted;
  for (const stored of questions) {
    const isBegun = stored.phase === undefined || begun.has(stored.phase);
    append(row, codeAt(evaluated, stored, undefined, isBegun));
  }
}

/** The same for one row of a repeat group: it is there, so its phase is begun. */
export function codeItem(
  row: number[],
  evaluated: EvaluatedCase,
  questions: readonly StoredQuestion[],
  item: NonNullable<AnswerAddress["item"]>,
): void {
  for (const stored of questions) {
    append(row, codeAt(evaluated, stored, item, true));
  }
}

/** Not by spreading: this is done for every answer of every case in the nation. */
function append(row: number[], coded: Coded): void {
  for (let at = 0; at < coded.length; at++) row.push(coded[at] ?? 0);
}

function codeAt(
  evaluated: EvaluatedCase,
  stored: StoredQuestion,
  item: AnswerAddress["item"],
  isBegun: boolean,
): Coded {
  const { state, value, band } = seenAnswer(evaluated, stored.question, item);
  if (state !== "asked") return withoutAnswer(stored, standing.notEligible);
  if (value) return codeAnswer(stored, value, evaluated.counted.startedOn);
  if (band !== undefined) return codeBand(stored, band);
  return withoutAnswer(stored, isBegun ? standing.notAnswered : standing.phaseNotBegun);
}
