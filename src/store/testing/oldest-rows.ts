import type { Client } from "pg";
import { emptyChain, linkEntry } from "#access";
import { accountId, caseId, instant, municipalityCode } from "#kernel";
import type { Migration } from "../open/migrate.ts";

const municipality = municipalityCode("9001");
const worker = accountId("worker-9001");
const unit = "unit-9001";
const startedOn = "2026-03-12";
const at = instant("2026-03-12T13:02:00.000Z");

/** What `writeOldestRows` writes, by the names of the first version. */
export const oldestRows = {
  municipality,
  worker,
  case: caseId("case-1"),
  code: "M-7F3K-2",
} as const;

/**
 * Brings an empty database to where an earlier version left it, with rows of the first version in it.
 * @param migrations those that the earlier version had; the first of them at least.
 */
export async function makeEarlierDatabase(
  client: Client,
  migrations: readonly Migration[],
): Promise<void> {
  await client.query(`
    create table schema_migrations (
      number integer primary key, name text not null, sha256 text not null,
      applied_at timestamptz not null
    )`);
  for (const { number, name, sql, sha256 } of migrations) {
    await client.query(sql);
    const values = [number, name, sha256, at];
    await client.query("insert into schema_migrations values ($1, $2, $3, $4)", values);
    if (number === 1) await writeOldestRows(client);
  }
}

async function writeOldestRows(client: Client): Promise<void> {
  await client.query("insert into database_stamp (kind, created_at) values ('real', $1)", [at]);
  // Row-level security holds for the tables' owner too.
  await client.query("select set_config('app.municipality', $1, false)", [municipality]);
  const number = (year: number) => ({ kind: "number", number: year });
  const address = { variable: "V02" };
  const changes = [
    [{ kind: "case-started", startedOn, assignee: worker }],
    [{ kind: "answer-set", address, from: null, to: number(1988) }],
  ];
  const entry = { municipality, at, account: worker, case: oldestRows.case, details: {} };
  const started = linkEntry(emptyChain, { ...entry, action: "case.started" });
  const answered = linkEntry(started, { ...entry, action: "case.answered" });
  const mark = { V02: { revision: 2, by: worker, at } };
  const { case: id, code } = oldestRows;
  const sheet = { answers: { V02: number(1988) }, items: [] };
  const lines = [started, answered].map(({ sequence, action, previousHash, hash }) => {
    return [municipality, sequence, at, worker, action, id, {}, previousHash, hash];
  });
  const rows: { readonly [table: string]: readonly (readonly unknown[])[] } = {
    municipalities: [[municipality, "municipality", "Kommun 9001", "90"]],
    municipality_settings: [[municipality, "Ring växeln."]],
    units: [[municipality, unit, "Stödenheten", false, 0]],
    accounts: [[municipality, worker, "Maria", "maria", "Maria Ek", null, at, null]],
    grants: [[municipality, worker, "caseWorker", unit]],
    sessions: [[municipality, "a".repeat(64), worker, at, at, at, null]],
    sign_in_attempts: [[municipality, "account", "maria", 2, at]],
    cases: [
      [
        ...[municipality, id, code, unit, worker, "su-kvinnofrid-2021", "open", startedOn, null],
        ...[1988, 2, at, { kind: "not-yet-offered" }, sheet, mark, {}],
      ],
    ],
    case_revisions: changes.map((each, index) => {
      return [municipality, id, index + 1, at, worker, null, JSON.stringify(each)];
    }),
    idempotency_keys: [[municipality, worker, "a-key-of-then", "b".repeat(64), code, at]],
    access_reasons: [[municipality, "reason-1", worker, id, "Vikarie.", at, at]],
    survey_answers: [[municipality, "response-1", id, unit, 1, "in-the-room", startedOn, {}]],
    audit_log: lines,
    audit_heads: [[municipality, answered.sequence, answered.hash]],
  };
  for (const [table, values] of Object.entries(rows).flatMap(([name, each]) =>
    each.map((row) => [name, row] as const),
  )) {
    const places = values.map((_, index) => `$${index + 1}`);
    await client.query(`insert into ${table} values (${places.join(", ")})`, [...values]);
  }
}
