import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { CaseFilter, CaseList } from "./cases.ts";
import { oneOf } from "./one-of.ts";
import type { Schema } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** The cases that the filter lets through, the latest step first. */
export async function listCases(
  { db, municipality }: Tenant,
  filter: CaseFilter,
): Promise<CaseList> {
  const found = db
    .selectFrom("cases")
    .where("municipality_code", "=", municipality)
    .where((where) => where.and(conditions(where, filter)));
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(["case_id", "case_code", "unit_id", "assignee_account_id", "codebook_id", "state"])
    .select(["started_on", "closed_on", "birth_year", "survey", "completed", "revision"])
    .select("last_step_at")
    .orderBy("last_step_at", "desc")
    .orderBy("case_id")
    .offset(filter.from)
    .limit(filter.limit)
    .execute();
  const cases = rows.map((row) => ({
    id: row.case_id,
    code: row.case_code,
    unit: row.unit_id,
    assignee: row.assignee_account_id,
    codebook: row.codebook_id,
    state: row.state,
    startedOn: row.started_on,
    closedOn: row.closed_on,
    birthYear: row.birth_year,
    survey: row.survey,
    completed: row.completed,
    revision: row.revision,
    lastStepAt: row.last_step_at,
  }));
  return { total, cases };
}

function conditions(where: ExpressionBuilder<Schema, "cases">, filter: CaseFilter) {
  const { units, assignee, state, survey } = filter;
  return [
    ...(units === undefined ? [] : [oneOf("unit_id", units)]),
    ...(assignee === undefined ? [] : [where("assignee_account_id", "=", assignee)]),
    ...(state === undefined ? [] : [where("state", "=", state)]),
    ...(survey === undefined ? [] : [sql<SqlBool>`survey ->> 'kind' = ${survey}`]),
    ...(filter.text?.trim() ? [matches(where, filter.text.trim())] : []),
  ];
}

function matches(where: ExpressionBuilder<Schema, "cases">, text: string) {
  const code = text.toUpperCase().replace(/[\s–-]/g, "");
  return where.or([
    // position() and starts_with() read the text as it is: no % or _ can widen the search.
    sql<SqlBool>`${code} <> '' and position(${code} in replace(case_code, '-', '')) > 0`,
    sql<SqlBool>`birth_year::text = ${text}`,
    sql<SqlBool>`starts_with(to_char(started_on, 'YYYY-MM-DD'), ${text})`,
  ]);
}
