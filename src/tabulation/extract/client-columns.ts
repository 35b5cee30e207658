import type { AnswerValue } from "#codebook";
import type { CaseId } from "#kernel";
import { askedThen } from "../harmonise/carried-answers.ts";
import type { CountedUnders } from "../harmonise/counted-under.ts";
import { codeAnswer, codeNoAnswer } from "./coded-question.ts";
import type { SealedAnswers } from "./counted-in-batches.ts";
import { type EvaluatedCase, seenAnswer } from "./evaluated-case.ts";
import type { Relation, StoredQuestion } from "./relation.ts";
import { RowWriter } from "./row-writer.ts";
import { standing } from "./standing.ts";

export type ClientColumns = {
  readonly addCase: (id: CaseId, evaluated: EvaluatedCase) => void;
  /**
   * Every column sorted by itself: no row belongs to anybody, so there is nothing to cross, and no
   * order that tells when an answer came.
   */
  readonly rows: () => Iterable<readonly number[]>;
};

/** A standing, followed by the words. */
type Coded = readonly number[];

/** In how many cases a question is asked: from what the unit has registered, never from her answers. */
type AskedIn = { eligible: number; asked: number };

/**
 * The client's questions over all cases of the unit. A column is made of two things that know nothing of
 * each other: the counted answers, and the number of cases that are asked. No case is looked up among
 * the answers and no answer in the evaluation, so that whatever happens to one case says nothing of what
 * its client said.
 * @param counted from `countedInBatches`.
 * @param sealed whose cases may have left the unit: there, a survey came.
 */
export function clientColumns(
  { questions }: Relation,
  counted: ReadonlyMap<string, readonly AnswerValue[]>,
  sealed: readonly Pick<SealedAnswers, "caseId" | "codebook">[],
  underOf: CountedUnders,
): ClientColumns {
  const askedIn = questions.map((): AskedIn => ({ eligible: 0, asked: 0 }));
  const elsewhere = new Map(sealed.map(({ caseId, codebook }) => [caseId, codebook]));
  let cases = 0;

  function addCase(id: CaseId, evaluated: EvaluatedCase): void {
    elsewhere.delete(id);
    cases += 1;
    const isBegun = evaluated.counted.begun.has("client");
    for (const [index, { question }] of questions.entries()) {
      if (seenAnswer(evaluated, question).state === "asked") add(askedIn[index], isBegun);
    }
  }

  /** What the case had registered is not known here any more: nor whether a condition held. */
  function addElsewhere(codebook: string): void {
    cases += 1;
    const under = underOf(codebook);
    for (const [index, { question }] of questions.entries()) {
      if (!("phase" in question)) continue;
      const then = askedThen(under, question)?.question;
      if (then && !then.condition) add(askedIn[index], true);
    }
  }

  return {
    addCase,
    *rows() {
      for (const codebook of elsewhere.values()) addElsewhere(codebook);
      const columns = questions.map((stored, index) =>
        columnOf(stored, counted.get(stored.question.id) ?? [], askedIn[index], cases),
      );
      for (const index of columns[0]?.keys() ?? []) {
        yield columns.flatMap((column) => column[index] ?? []);
      }
    },
  };
}

function add(count: AskedIn | undefined, isBegun: boolean): void {
  if (!count) return;
  count.eligible += 1;
  if (isBegun) count.asked += 1;
}

/**
 * The answers, and as many places without one as there are cases that are asked beyond them. Ages are not
 * told: their bands would move with the start of her case.
 */
function columnOf(
  stored: StoredQuestion,
  answers: readonly AnswerValue[],
  { eligible, asked }: AskedIn = { eligible: 0, asked: 0 },
  cases: number,
): readonly Coded[] {
  const column: Coded[] = [];
  const put = (code: (place: RowWriter) => void) => {
    const place = new RowWriter();
    code(place);
    column.push(place.values);
  };
  const fill = (until: number, code: number) => {
    while (column.length < until) put((place) => codeNoAnswer(place, stored, code));
  };
  for (const answer of answers) put((place) => codeAnswer(place, stored, answer, undefined));
  fill(asked, standing.notAnswered);
  fill(eligible, standing.phaseNotBegun);
  fill(cases, standing.notEligible);
  return column.sort(byContent);
}

function byContent(one: Coded, other: Coded): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
