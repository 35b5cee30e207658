import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { AccountId, CaseId, UnitId } from "#kernel";
import { readShare } from "./case-row.ts";
import { type CaseSearch, readSearch } from "./case-search.ts";
import type { CaseFilter, CaseList } from "./cases.ts";
import { oneOf } from "./one-of.ts";
import type { Schema } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** So many are counted at least; nobody reads the exact number of a longer list. */
const mostCounted = 1000;

/** The cases that the filter lets through, the latest step first. */
export async function listCases(tenant: Tenant, filter: CaseFilter): Promise<CaseList> {
  const { db, municipality } = tenant;
  const { ids, count, bound } = await findCases(tenant, filter);
  const found = await db
    .selectFrom("cases")
    .select(["case_id", "case_code", "unit_id", "assignee_account_id", "codebook_id", "state"])
    .select(["started_on", "closed_on", "birth_year", "survey", "completed", "revision"])
    .select(["last_step_at", "shared_unit_id", "shared_assignee_account_id"])
    .select(["previous_case_code", "reader_account_ids", "voided"])
    .where("municipality_code", "=", municipality)
    .where(oneOf("case_id", ids))
    .execute();
  const byId = new Map(found.map((row) => [row.case_id, row]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const cases = rows.map((row) => ({
    id: row.case_id,
    code: row.case_code,
    unit: row.unit_id,
    assignee: row.assignee_account_id,
    sharedWith: readShare(row),
    isRestricted: row.reader_account_ids !== null,
    isVoided: row.voided !== null,
    previousCode: row.previous_case_code,
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
  return { total: Math.min(count, bound - 1), isMore: count === bound, cases };
}

/**
 * Which cases, in their order, and how many there are up to one more than is counted. Restricted cases
 * are looked for apart from all others: so each half reads an index of its own and nothing else.
 */
async function findCases({ db, municipality }: Tenant, filter: CaseFilter) {
  const bound = Math.max(mostCounted, filter.from + filter.limit) + 1;
  function half(restriction: RawBuilder<SqlBool>) {
    return db
      .selectFrom("cases")
      .select(["case_id", "last_step_at"])
      .where("municipality_code", "=", municipality)
      .where(restriction)
      .where((where) => where.and(conditions(where, filter)))
      .orderBy("last_step_at", "desc")
      .orderBy("case_id")
      .limit(bound);
  }
  const open = half(sql<SqlBool>`reader_account_ids is null`);
  const restricted = half(
    filter.viewer === undefined
      ? sql<SqlBool>`false`
      : sql<SqlBool>`reader_account_ids is not null and ${filter.viewer} = any(reader_account_ids)`,
  );
  const { rows } = await sql<{ ids: readonly CaseId[]; count: number }>`
    with found as materialized (
      select case_id, last_step_at from ((${open}) union all (${restricted})) as half
      order by last_step_at desc, case_id limit ${bound}
    )
    select (select count(*) from found) as count, array(
      select case_id from found order by last_step_at desc, case_id
      offset ${filter.from} limit ${filter.limit}
    ) as ids`.execute(db);
  const [{ ids, count } = { ids: [], count: 0 }] = rows;
  return { ids, count, bound };
}

/** A restricted case is found by its named readers alone; a table's name where two are joined. */
export function visibleTo(
  viewer: AccountId | undefined,
  column = "reader_account_ids",
): RawBuilder<SqlBool> {
  const readers = sql.ref(column);
  if (viewer === undefined) return sql<SqlBool>`${readers} is null`;
  return sql<SqlBool>`(${readers} is null or ${viewer} = any(${readers}))`;
}

/** Every condition is a column's own, so that an index can serve it; `or` joins two of them. */
function conditions(where: ExpressionBuilder<Schema, "cases">, filter: CaseFilter) {
  const { units, owners, assignee, unassigned, state, survey } = filter;
  return [
    where("voided", state === "voided" ? "is not" : "is", null),
    ...(units === undefined ? [] : [workedOnIn(where, units)]),
    ...(owners === undefined ? [] : [oneOf("unit_id", owners)]),
    ...(assignee === undefined ? [] : [workedOnBy(where, assignee)]),
    ...(unassigned ? [where("assignee_account_id", "is", null)] : []),
    ...(state === undefined || state === "voided" ? [] : [where("state", "=", state)]),
    ...(survey === undefined ? [] : [sql<SqlBool>`survey ->> 'kind' = ${survey}`]),
    ...(filter.text?.trim() ? [matches(where, readSearch(filter.text))] : []),
  ];
}

function workedOnIn(where: ExpressionBuilder<Schema, "cases">, units: readonly UnitId[]) {
  return where.or([oneOf("unit_id", units), oneOf("shared_unit_id", units)]);
}

function workedOnBy(where: ExpressionBuilder<Schema, "cases">, account: AccountId) {
  return where.or([
    where("assignee_account_id", "=", account),
    where("shared_assignee_account_id", "=", account),
  ]);
}

/** Characters of a code with its hyphens: nothing else can hold it. */
const wholeCode = 8;

/** Each alternative is cheap for every case of a municipality: a column as it is, nothing computed. */
function matches(where: ExpressionBuilder<Schema, "cases">, search: CaseSearch) {
  const { codes, birthYear, started } = search;
  return where.or([
    // position() reads the text as it is: no % or _ can widen the search.
    ...codes.map((part) =>
      part.length === wholeCode
        ? where("case_code", "=", part)
        : sql<SqlBool>`position(${part} in case_code) > 0`,
    ),
    ...(birthYear === undefined ? [] : [where("birth_year", "=", birthYear)]),
    ...(started === undefined ? [] : [where.between("started_on", started.first, started.last)]),
  ]);
}
