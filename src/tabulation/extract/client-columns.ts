import { type AnswerSheet, type Answers, evaluate } from "#codebook";
import type { CaseId, IsoDate } from "#kernel";
import { type Coded, codeAnswer, withoutAnswer } from "./coded-question.ts";
import type { EvaluatedCase } from "./evaluated-case.ts";
import type { Relation, StoredQuestion } from "./relation.ts";
import { standing } from "./standing.ts";

export type ClientColumns = {
  readonly addCase: (id: CaseId, evaluated: EvaluatedCase) => void;
  /**
   * Every column sorted by itself: no row belongs to anybody, so there is nothing to cross, and no
   * order that tells when an answer came.
   */
  readonly rows: () => Iterable<readonly number[]>;
};

/**
 * The client's questions over all cases of the unit. A case whose answer waits for its batch looks
 * exactly like one where the survey was offered and not answered.
 */
export function clientColumns(
  { questions }: Relation,
  counted: ReadonlyMap<CaseId, Answers>,
): ClientColumns {
  const columns = questions.map((): Coded[] => []);
  const elsewhere = new Map(counted);
  const hasConditions = questions.some(({ question }) => question.condition !== undefined);

  function addCase(id: CaseId, { codebook, counted: own, evaluation }: EvaluatedCase): void {
    const answers = counted.get(id) ?? {};
    elsewhere.delete(id);
    const { stateOf } = hasConditions
      ? evaluate(codebook, withAnswers(own.sheet, answers))
      : evaluation;
    const without = own.begun.has("client") ? standing.notAnswered : standing.phaseNotBegun;
    for (const [index, stored] of questions.entries()) {
      const isEligible = stateOf({ variable: stored.question.id }) === "asked";
      // Once counted it stays: a later correction of the case must not let it out of its batch.
      const coded = codeCounted(stored, answers, own.startedOn);
      columns[index]?.push(
        coded ?? withoutAnswer(stored, isEligible ? without : standing.notEligible),
      );
    }
  }

  /** Answers whose case has left the unit since they were counted. */
  function addElsewhere(answers: Answers): void {
    for (const [index, stored] of questions.entries()) {
      const coded = codeCounted(stored, answers, undefined);
      columns[index]?.push(coded ?? withoutAnswer(stored, standing.notEligible));
    }
  }

  return {
    addCase,
    *rows() {
      for (const answers of elsewhere.values()) addElsewhere(answers);
      const sorted = columns.map((column) => column.toSorted(byContent));
      for (const index of sorted[0]?.keys() ?? []) {
        yield sorted.flatMap((column) => column[index] ?? []);
      }
    },
  };
}

function withAnswers(sheet: AnswerSheet, answers: Answers): AnswerSheet {
  return { ...sheet, answers: { ...sheet.answers, ...answers } };
}

function codeCounted(
  stored: StoredQuestion,
  answers: Answers,
  startedOn: IsoDate | undefined,
): Coded | undefined {
  const { id } = stored.question;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return answer && codeAnswer(stored, answer, startedOn);
}

function byContent(one: Coded, other: Coded): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
