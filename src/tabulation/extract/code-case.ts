import type { AnswerAddress, Codebook, Condition } from "#codebook";
import { type Coded, codeAnswer, withoutAnswer } from "./coded-question.ts";
import type { Relation, StoredQuestion } from "./relation.ts";
import { standing } from "./standing.ts";
import type { StandingCase } from "./standing-case.ts";

export type CaseRows = {
  readonly ofCase: readonly number[];
  /** By position of the repeat group. */
  readonly ofItems: readonly (readonly (readonly number[])[])[];
};

export type CaseCoding = {
  readonly codebook: Codebook;
  readonly cases: Relation;
  readonly items: readonly Relation[];
  readonly conditions: readonly Condition[];
};

/** One case as rows of numbers. The client's answers are not in the record, and not in the rows. */
export function codeCase(coding: CaseCoding, standingCase: StandingCase): CaseRows {
  const { record, evaluation, begun } = standingCase;
  const isClosed = record.state === "closed" ? 1 : 0;
  const within = coding.conditions.map((each) => (evaluation.holds(each) === true ? 1 : 0));
  const flags = [isClosed, ...within];
  const ofCase = [...flags];
  for (const stored of coding.cases.questions) {
    const isBegun = stored.phase === undefined || begun.has(stored.phase);
    ofCase.push(...codeAt(standingCase, stored, { variable: stored.question.id }, isBegun));
  }
  const ofItems = coding.items.map((relation, position) => {
    const group = coding.codebook.groups[position]?.id;
    const items = record.sheet.items.filter((item) => item.group === group);
    return items.map((item) => {
      const row = [...flags];
      for (const stored of relation.questions) {
        const address = { variable: stored.question.id, item: item.id };
        row.push(...codeAt(standingCase, stored, address, true));
      }
      return row;
    });
  });
  return { ofCase, ofItems };
}

function codeAt(
  { evaluation, record }: StandingCase,
  stored: StoredQuestion,
  address: AnswerAddress,
  isBegun: boolean,
): Coded {
  if (evaluation.stateOf(address) !== "asked") return withoutAnswer(stored, standing.notEligible);
  const value = evaluation.valueOf(address);
  if (value) return codeAnswer(stored, value, record.startedOn);
  return withoutAnswer(stored, isBegun ? standing.notAnswered : standing.phaseNotBegun);
}
