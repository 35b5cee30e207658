import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Client } from "pg";
import { type Outcome, problemSentence, systemClock } from "#kernel";
import { ownerClient } from "./open/connection.ts";
import { readMigrations } from "./open/migrate.ts";
import { openDatabase } from "./open/open-database.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let owner: Client;

before(async () => {
  store = await openTestStore();
  owner = ownerClient(store.owner);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await store.close();
});

/** What a distributed database refuses, what PostgreSQL 15 lacks, and what would pass the second wall by. */
const refusedSql: { readonly [why: string]: RegExp } = {
  "Citus counts no margins": /\b(grouping\s+sets|rollup|cube)\s*\(/i,
  "the owner's rights, lent out": /\bsecurity\s+definer\b/i,
  "a view with its owner's rights": /\bcreate\s+(or\s+replace\s+)?view\b(?!.*security_invoker)/is,
  "newer than PostgreSQL 15": /\b(any_value|json_table|json_exists|uuidv7|system_user)\s*\(/i,
  "newer than PostgreSQL 15 (virtual columns)": /\bgenerated\s+always\s+as\s*\(.*\)\s*virtual\b/is,
  "one number line on all nodes":
    /\b(serial|bigserial|generated\s+(always|by\s+default)\s+as\s+identity)\b/i,
  "a municipality that may be left out":
    /current_setting\s*\(\s*'app\.municipality'[^)]*,\s*true\s*\)/i,
};

function findRefused(sql: string): readonly string[] {
  const withoutComments = sql.replace(/--.*$/gm, "");
  return Object.keys(refusedSql).filter((why) => refusedSql[why]?.test(withoutComments));
}

test("no migration holds SQL that a server we promise refuses, or that would open the second wall", () => {
  for (const { name, sql } of readMigrations()) assert.deepEqual(findRefused(sql), [], name);
});

test("the search for refused SQL finds what it looks for", () => {
  const planted = [
    "select count(*) from cases group by grouping sets ((a), (b))",
    "select count(*) from cases group by rollup (a, b)",
    "create function f() returns int language sql security definer as 'select 1'",
    "create view open_cases as select * from cases",
    "select any_value(a) from cases",
    "create table t (a int, b int generated always as (a * 2) virtual)",
    "create table t (id bigserial primary key)",
    "create policy p on t using (m = current_setting('app.municipality', true))",
  ];
  for (const sql of planted) assert.equal(findRefused(sql).length, 1, sql);
  assert.deepEqual(findRefused("-- grouping sets (a) would be refused"), []);
});

test("municipality_code stands first in every primary, unique and foreign key", async () => {
  const keys = await owner.query(`
    select i.indexrelid::regclass::text as key, i.indrelid::regclass::text as table,
      a.attname as first
    from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relnamespace = current_schema()::regnamespace
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique
    union all
    select conname, conrelid::regclass::text, a.attname
    from pg_constraint
    join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
    where contype = 'f' and connamespace = current_schema()::regnamespace`);
  const reference = new Set(["codebooks", "database_stamp", "schema_migrations"]);
  const ofTenants = keys.rows.filter(({ table }) => !reference.has(table));
  assert.deepEqual(
    ofTenants.filter(({ first }) => first !== "municipality_code"),
    [],
  );
  assert.ok(ofTenants.length > 30, `only ${ofTenants.length} keys were looked at`);
});

test("opening again changes nothing", async () => {
  const applied = "select number, name, applied_at from schema_migrations order by number";
  const before = await owner.query(applied);
  const opened = await open();
  assert.ok(opened.kind === "done");
  await opened.value.close();
  assert.deepEqual((await owner.query(applied)).rows, before.rows);
});

test("a database of a newer version is refused, and so is one whose migration was another", async () => {
  await owner.query(
    "insert into schema_migrations values (999, '0999-from-the-future.sql', 'x', now())",
  );
  assert.match(await refusal(open()), /^database-newer: .*0999-from-the-future\.sql/);
  await owner.query("delete from schema_migrations where number = 999");
  await owner.query("update schema_migrations set sha256 = 'other' where number = 1");
  assert.match(
    await refusal(open()),
    /^database-migration-altered: Migration 0001-the-first-tables/,
  );
  const [first] = readMigrations();
  await owner.query("update schema_migrations set sha256 = $1 where number = 1", [first?.sha256]);
});

test("a database stamped demo is not opened as real", async () => {
  assert.match(
    await refusal(open("real")),
    /^database-kind: .* is stamped demo but real was asked/,
  );
});

function open(kind: "demo" | "real" = "demo") {
  return openDatabase(store.owner, { at: "db.example/skillnad", kind, clock: systemClock });
}

async function refusal(opening: Promise<Outcome<unknown>>): Promise<string> {
  const opened = await opening;
  assert.ok(opened.kind === "refused", "it opened");
  return opened.problems
    .map((found) => `${found.code}: ${problemSentence(found, "en")}`)
    .join("\n");
}
