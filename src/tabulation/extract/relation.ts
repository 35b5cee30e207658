import { type Codebook, type Field, type PhaseId, phaseIds, type Variable } from "#codebook";
import { nationChanges, type StoredChange, unitChanges } from "../change/change-columns.ts";
import { isFromClient } from "../client-stands-alone.ts";
import type { Column } from "../counting/counter.ts";
import { type CodedQuestion, codedQuestion } from "./coded-question.ts";
import { freeName } from "./free-name.ts";

/**
 * What one row stands for. `cases`: one case. `client`, in a unit only: nothing, on purpose; each column
 * holds one client question's answers, sorted by itself. Otherwise one row of a repeat group.
 */
export type Relation = {
  readonly name: string;
  /** Where and when a row belongs; never counted by as answers are. */
  readonly keys: readonly Column[];
  /** Columns of 0 and 1 that populations are chosen by. */
  readonly flags: readonly string[];
  readonly questions: readonly StoredQuestion[];
  /** Of cases: what is measured twice in their rows. */
  readonly changes: readonly StoredChange[];
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
/** As `quarterNumber` tells; 0: not closed, or not told. */
export const timeKeys = { started: "started_quarter", closed: "closed_quarter" } as const;
/** Of the codebook that the case rests on; the newest is 0. */
export const codebookKey = "codebook_number";
/** The case's place in its relation, from 0; the phase's place in `phaseIds`, from 1. */
export const itemKeys = { case: "case_row", phase: "item_phase" } as const;

export function phaseNumber(phase: PhaseId): number {
  return phaseIds.indexOf(phase) + 1;
}

/** A unit's: all that the unit registers itself, and apart from it what the client said. */
export function unitRelations(codebook: Codebook, conditions: readonly string[]) {
  const flags = [closedFlag, ...conditions];
  const keys = everyRow;
  const { variables, groups } = codebook;
  const ofUnit = variables.filter((variable) => !isFromClient(variable));
  return {
    cases: { ...relation("cases", keys, flags, ofUnit), changes: unitChanges(codebook) },
    items: groups.map(({ id, fields }) => relation(itemsOf(id), keys, flags, fields, id)),
    // Without keys and flags: nothing to filter by.
    client: relation("client", [], [], variables.filter(isFromClient)),
  };
}

/** The nation's: the client's answers in the case's own row; nothing that stays in a municipality. */
export function nationRelations(codebook: Codebook, conditions: readonly string[]) {
  const flags = [startedFlag, closedFlag, ...conditions];
  const ofCase: readonly Column[] = [
    { name: caseKeys.municipality, type: "usmallint" },
    { name: caseKeys.county, type: "utinyint" },
    ...everyRow,
  ];
  const ofItem: readonly Column[] = [
    { name: itemKeys.case, type: "uinteger" },
    { name: itemKeys.phase, type: "utinyint" },
    ...ofCase,
  ];
  const variables = codebook.variables.filter(isNational);
  return {
    cases: {
      ...relation("cases", ofCase, flags, variables),
      changes: nationChanges(codebook),
    },
    items: codebook.groups.map(({ id, fields }) =>
      relation(itemsOf(id), ofItem, flags, fields.filter(isNational), id),
    ),
  };
}

const everyRow: readonly Column[] = [
  { name: timeKeys.started, type: "usmallint" },
  { name: timeKeys.closed, type: "usmallint" },
  { name: codebookKey, type: "usmallint" },
];

export function itemsOf(group: string): string {
  return `items of ${group}`;
}

export function columnsOf({ keys, flags, questions, changes }: Relation): readonly Column[] {
  const asByte = (name: string): Column => ({ name, type: "utinyint" });
  const ofQuestions = questions.flatMap(({ columns }) =>
    columns.map((name, index): Column => ({ name, type: index === 0 ? "utinyint" : "uinteger" })),
  );
  const ofChanges = changes.flatMap(({ columns }) => columns.map(asByte));
  return [...keys, ...flags.map(asByte), ...ofQuestions, ...ofChanges];
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
  return { name, keys, flags, questions: stored, changes: [] };
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
