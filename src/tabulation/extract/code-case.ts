import type { AnswerAddress, Condition } from "#codebook";
import { type Coded, codeAnswer, codeBand, withoutAnswer } from "./coded-question.ts";
import type { EvaluatedCase } from "./evaluated-case.ts";
import type { StoredQuestion } from "./relation.ts";
import { standing } from "./standing.ts";

/** 1 for each condition that holds; 0 where it does not, or is not known yet. */
export function codeConditions(
  { evaluation }: EvaluatedCase,
  conditions: readonly Condition[],
): readonly number[] {
  return conditions.map((each) => (evaluation.holds(each) === true ? 1 : 0));
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
    append(row, codeAt(evaluated, stored, { variable: stored.question.id }, isBegun));
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
    append(row, codeAt(evaluated, stored, { variable: stored.question.id, item }, true));
  }
}

/** Not by spreading: this is done for every answer of every case in the nation. */
function append(row: number[], coded: Coded): void {
  for (let at = 0; at < coded.length; at++) row.push(coded[at] ?? 0);
}

function codeAt(
  { evaluation, counted }: EvaluatedCase,
  stored: StoredQuestion,
  address: AnswerAddress,
  isBegun: boolean,
): Coded {
  const { state, value } = evaluation.seenAt(address);
  if (state !== "asked") return withoutAnswer(stored, standing.notEligible);
  if (value) return codeAnswer(stored, value, counted.startedOn);
  const band = stored.question.ageBandCuts && counted.bands[address.variable];
  if (band !== undefined) return codeBand(stored, band);
  return withoutAnswer(stored, isBegun ? standing.notAnswered : standing.phaseNotBegun);
}
