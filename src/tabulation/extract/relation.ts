import type { Codebook, Field, PhaseId, Variable } from "#codebook";
import { isFromClient } from "../client-stands-alone.ts";
import type { Column } from "../counting/counter.ts";
import { type CodedQuestion, codedQuestion } from "./coded-question.ts";

/**
 * What one row stands for. `cases`: one case, with all that the unit registers. `client`: nothing, on
 * purpose; each column holds one client question's answers, sorted by itself. Otherwise one row of a
 * repeat group.
 */
export type Relation = {
  readonly name: string;
  readonly questions: readonly StoredQuestion[];
  /** Columns of 0 and 1 that populations are chosen by. */
  readonly flags: readonly string[];
};

export type StoredQuestion = CodedQuestion & {
  /** The standing's column, then those of the words. */
  readonly columns: readonly string[];
  /** `undefined` for fields: their phase is that of the row. */
  readonly phase: PhaseId | undefined;
};

export const closedFlag = "is closed";

export function casesRelation(codebook: Codebook, conditions: readonly string[]): Relation {
  const variables = codebook.variables.filter((variable) => !isFromClient(variable));
  return relation("cases", variables, [closedFlag, ...conditions]);
}

/** Without flags: nothing to filter by. */
export function clientRelation(codebook: Codebook): Relation {
  return relation("client", codebook.variables.filter(isFromClient), []);
}

export function itemRelations(
  codebook: Codebook,
  conditions: readonly string[],
): readonly Relation[] {
  const flags = [closedFlag, ...conditions];
  return codebook.groups.map((group) => relation(itemsOf(group.id), group.fields, flags));
}

export function itemsOf(group: string): string {
  return `items of ${group}`;
}

export function columnsOf({ questions, flags }: Relation): readonly Column[] {
  const ofQuestions = questions.flatMap(({ columns }) =>
    columns.map((name, index): Column => ({ name, type: index === 0 ? "utinyint" : "uinteger" })),
  );
  return [...flags.map((name): Column => ({ name, type: "utinyint" })), ...ofQuestions];
}

function relation(
  name: string,
  questions: readonly (Variable | Field)[],
  flags: readonly string[],
): Relation {
  return { name, flags, questions: questions.map(storedQuestion) };
}

/** SQL takes «V1» and «v1» for the same column; the position tells them apart. */
function storedQuestion(question: Variable | Field, position: number): StoredQuestion {
  const coded = codedQuestion(question);
  const name = `${position} ${question.id}`;
  const words = Array.from({ length: coded.words }, (_, index) => `${name} word ${index}`);
  const phase = "phase" in question ? question.phase : undefined;
  return { ...coded, columns: [name, ...words], phase };
}
