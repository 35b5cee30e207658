import { answeredQuestions } from "../answered-questions.ts";
import type { Row } from "./backup-format.ts";

/**
 * Tables that name cases without belonging to any: the log, which holds nothing of what they contain, and
 * the list of cases whose keys are still to be erased.
 */
export const outlivesItsCases: readonly string[] = ["audit_log", "disposal_cases"];

/**
 * Whose a row is where no key of the database says it: SQL for a list of ids, of the row's table as `own`;
 * `null`, of no case's. Others belong to the cases that their foreign keys name.
 */
export const casesByQuery: { readonly [table: string]: string } = {
  // Holds a hash of what was saved, which could be guessed at.
  idempotency_keys: `(select array[case_id] from cases
    where cases.municipality_code = own.municipality_code and case_code = own.subject)`,
  // A line for each case, of which none tells whose it is; but counts are nobody's.
  made_deliveries: `case when own.level <> 'counts' then
    (select array_agg(case_id order by case_id collate "C") from made_delivery_cases as held
     where held.municipality_code = own.municipality_code and held.round_id = own.round_id
       and held.sequence = own.sequence) end`,
};

/**
 * What a disposal leaves in another table when it takes a row of these away: SQL for each column's text, of
 * the row as `own`. A backup from before the disposal carries it beside the row, so that a restoring leaves
 * the same.
 */
export const tracesByQuery: {
  readonly [table: string]: {
    readonly into: string;
    readonly columns: { readonly [column: string]: string };
  };
} = {
  // Where a client's answers were: without it the fives of her unit's figures would move, and tell hers.
  survey_answers: {
    into: "survey_gaps",
    columns: {
      municipality_code: "own.municipality_code",
      unit_id: "own.unit_id",
      arrival_number: "own.arrival_number::text",
      codebook_id: `(select codebook_id from cases
        where cases.municipality_code = own.municipality_code and cases.case_id = own.case_id)`,
      questions: `(${answeredQuestions("own.answers")})::text`,
    },
  },
};

/**
 * What stays of a row that belongs to many cases when one of them is erased, by column. Left out: no row
 * of the table stays.
 */
const staying: {
  readonly [table: string]: { readonly [column: string]: (text: string) => string };
} = {
  // That it left, and its heading, which the next delivery goes on from; none of its cases.
  made_deliveries: { content: (text) => text.slice(0, text.indexOf("\n") + 1) },
};

/** @returns `undefined`: nothing of the row stays. */
export function rowWithoutCases(
  {
    table,
    columns,
  }: { readonly table: string; readonly columns: readonly { readonly name: string }[] },
  row: Row,
): Row | undefined {
  const change = staying[table];
  return (
    change &&
    row.map((value, at) => {
      const changed = change[columns[at]?.name ?? ""];
      return changed && value !== null ? changed(value) : value;
    })
  );
}
