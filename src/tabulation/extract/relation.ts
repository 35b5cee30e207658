import { type Codebook, type Field, type PhaseId, phaseIds, type Variable } from "#codebook";
import { isFromClient } from "../client-stands-alone.ts";
import type { Column } from "../counting/counter.ts";
import { type CodedQuestion, codedQuestion } from "./coded-question.ts";

/**
 * What one row stands for. `cases`: one case. `client`, in a unit only: nothing, on purpose; each column
 * holds one client question's answers, sorted by itself. Otherwise one row of a repeat group.
 */
export type Relation = {
  readonly name: string;
  /** Where a row belongs; never counted by as answers are. */
  readonly keys: readonly Column[];
  /** Columns of 0 and 1 that populations are chosen by. */
  readonly flags: readonly string[];
  readonly questions: readonly StoredQuestion[];
};

export type StoredQuestion = CodedQuestion & {
  /** The standing's column, then those of the words. */
  readonly columns: readonly string[];
  /** `undefined` for fields: their phase is that of the row. */
  readonly phase: PhaseId | undefined;
};

/** Every name of ours has an underscore, and no variable's id has one. */
export const startedFlag = "is_started";
export const closedFlag = "is_closed";

export const caseKeys = { municipality: "municipality_code", county: "county_code" } as const;
/** The case's place in its relation, from 0; the phase's place in `phaseIds`, from 1. */
export const itemKeys = { case: "case_row", phase: "item_phase" } as const;

export function phaseNumber(phase: PhaseId): number {
  return phaseIds.indexOf(phase) + 1;
}

/** A unit's: all that the unit registers itself, and apart from it what the client said. */
export function unitRelations(codebook: Codebook, conditions: readonly string[]) {
  const flags = [closedFlag, ...conditions];
  const { variables, groups } = codebook;
  const ofUnit = variables.filter((variable) => !isFromClient(variable));
  return {
    cases: relation("cases", [], flags, ofUnit),
    items: groups.map(({ id, fields }) => relation(itemsOf(id), [], flags, fields, id)),
    // Without flags: nothing to filter by.
    client: relation("client", [], [], variables.filter(isFromClient)),
  };
}

/** The nation's: the client's answers in the case's own row; nothing that stays in a municipality. */
export function nationRelations(codebook: Codebook, conditions: readonly string[]) {
  const flags = [startedFlag, closedFlag, ...conditions];
  const ofCase: readonly Column[] = [
    { name: caseKeys.municipality, type: "uinteger" },
    { name: caseKeys.county, type: "utinyint" },
  ];
  const ofItem: readonly Column[] = [
    { name: itemKeys.case, type: "uinteger" },
    { name: itemKeys.phase, type: "utinyint" },
  ];
  const variables = codebook.variables.filter(isNational);
  return {
    cases: relation("cases", ofCase, flags, variables),
    items: codebook.groups.map(({ id, fields }) =>
      relation(itemsOf(id), ofItem, flags, fields.filter(isNational), id),
    ),
  };
}

export function itemsOf(group: string): string {
  return `items of ${group}`;
}

export function columnsOf({ keys, questions, flags }: Relation): readonly Column[] {
  const ofQuestions = questions.flatMap(({ columns }) =>
    columns.map((name, index): Column => ({ name, type: index === 0 ? "utinyint" : "uinteger" })),
  );
  return [...keys, ...flags.map((name): Column => ({ name, type: "utinyint" })), ...ofQuestions];
}

function isNational({ exportLevel }: Variable | Field): boolean {
  return exportLevel === "national";
}

function relation(
  name: string,
  keys: readonly Column[],
  flags: readonly string[],
  questions: readonly (Variable | Field)[],
  group?: string,
): Relation {
  const taken = new Set<string>();
  const stored = questions.map((question) => storedQuestion(question, group, taken));
  return { name, keys, flags, questions: stored };
}

/** Named by the question, so that people can read the columns; a field with its group before it. */
function storedQuestion(
  question: Variable | Field,
  group: string | undefined,
  taken: Set<string>,
): StoredQuestion {
  const coded = codedQuestion(question);
  const wanted = group === undefined ? question.id : `${group}_${question.id}`;
  const name = freeName(wanted, taken);
  const words = Array.from({ length: coded.words }, (_, index) => `${name}_word_${index + 1}`);
  const phase = "phase" in question ? question.phase : undefined;
  return { ...coded, columns: [name, ...words], phase };
}

/** SQL takes «V1» and «v1» for the same column. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}_${count}`;
  taken.add(name.toLowerCase());
  return name;
}
