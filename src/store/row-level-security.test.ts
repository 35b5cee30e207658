import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, DatabaseError } from "pg";
import { ownerClient, startOptionsOfApp } from "./open/connection.ts";
import { type ExampleMunicipality, registerExample } from "./testing/examples.ts";
import { fillEveryTable } from "./testing/fill-every-table.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

/** Read by everybody or by the owner alone, and about nobody: the only tables without a tenant. */
const referenceTables = ["codebooks", "database_stamp", "schema_migrations"];

/** What the program may do at all with each tenant table; row-level security narrows it further. */
const appMay: { readonly [table: string]: readonly Operation[] } = {
  access_reasons: ["select", "insert", "delete"],
  account_links: ["select", "insert", "update", "delete"],
  accounts: ["select", "insert", "update"],
  actions: ["select", "insert", "update", "delete"],
  agreements: ["select", "insert", "update"],
  audit_heads: ["select", "insert", "update"],
  audit_log: ["select", "insert"],
  campaign_results: ["select", "insert"],
  campaigns: ["select", "insert", "update"],
  case_revisions: ["select", "insert", "delete"],
  cases: ["select", "insert", "update", "delete"],
  client_contacts: ["select", "insert", "update"],
  confidence_tallies: ["select", "insert", "delete"],
  disposal_cases: ["select", "insert", "delete"],
  disposal_holds: ["select", "insert", "delete"],
  disposal_rules: ["select", "insert"],
  disposals: ["select", "insert", "update"],
  disposed_code_marks: ["select", "insert"],
  document_words: ["select", "insert", "update"],
  draft_comments: ["select", "insert", "update"],
  first_runs: ["select", "insert", "update"],
  grants: ["select", "insert", "delete"],
  idempotency_keys: ["select", "insert", "update", "delete"],
  incoming_deliveries: ["select", "insert", "update"],
  incoming_pieces: ["select", "insert"],
  language_approvals: ["select", "insert", "update", "delete"],
  local_codebooks: ["select", "insert"],
  local_drafts: ["select", "insert", "update"],
  local_releases: ["select", "insert"],
  log_review_marks: ["select", "insert", "update"],
  log_reviews: ["select", "insert", "update"],
  look_alike_dismissals: ["select", "insert", "delete"],
  made_deliveries: ["select", "insert", "update", "delete"],
  made_delivery_cases: ["select", "insert", "delete"],
  meeting_days: ["select", "insert", "update"],
  meeting_receipts: ["select", "insert", "update", "delete"],
  meeting_tallies: ["select", "insert", "delete"],
  municipalities: ["select", "insert", "update"],
  municipality_settings: ["select", "insert", "update"],
  obstacle_actions: ["select", "insert", "update"],
  passkeys: ["select", "insert", "update", "delete"],
  provider_identities: ["select", "insert", "delete"],
  published_releases: ["select", "insert"],
  recoveries: ["select", "insert", "update"],
  registration_sessions: ["select", "insert", "update"],
  round_participants: ["select", "insert", "update"],
  rounds: ["select", "insert", "update"],
  saved_views: ["select", "insert", "delete"],
  session_cases: ["select", "insert", "update", "delete"],
  session_hands: ["select", "insert", "delete"],
  session_participants: ["select", "insert"],
  session_questions: ["select", "insert"],
  sessions: ["select", "insert", "update", "delete"],
  shared_actions: ["select", "insert", "update", "delete"],
  sign_in_attempts: ["select", "insert", "update", "delete"],
  survey_answers: ["select", "insert", "delete"],
  survey_gaps: ["select", "insert"],
  survey_invitations: ["select", "insert", "update", "delete"],
  text_packs: ["select", "insert", "update", "delete"],
  unit_checklists: ["select", "insert", "update"],
  unit_guidance: ["select", "insert", "update", "delete"],
  units: ["select", "insert", "update"],
};

/** Whose rows nobody deletes, the owner neither, but as part of a disposal. */
const disposedAlone = [
  "access_reasons",
  "case_revisions",
  "cases",
  "look_alike_dismissals",
  "session_cases",
  "survey_answers",
];

type Operation = "select" | "insert" | "update" | "delete";
type Role = "app" | "owner";
/** Whose rows are touched, by a connection that has set municipality 9001, or set none. */
type Whose = "own" | "other" | "none set" | "none set any more";
/** `denied`: an error; `nothing`: no row was there for it; `reached`: it got through to the rows. */
type Effect = "reached" | "nothing" | "denied";

const operations = ["select", "insert", "update", "delete"] as const;
const roles = ["app", "owner"] as const;
const scopes = ["own", "other", "none set", "none set any more"] as const;

function expectedEffect(table: string, operation: Operation, role: Role, whose: Whose): Effect {
  if (role === "app" && !appMay[table]?.includes(operation)) return "denied";
  // The trigger stops everybody, the owner too.
  if (table === "audit_log" && (operation === "update" || operation === "delete")) return "denied";
  if (table === "municipalities") {
    // Who takes part is public, and nobody leaves the list.
    if (operation === "select") return "reached";
    if (operation === "delete") return "nothing";
  }
  if (operation === "delete" && disposedAlone.includes(table) && whose !== "none set") {
    return "nothing";
  }
  if (whose === "own") return "reached";
  if (whose === "none set" || operation === "insert") return "denied";
  return "nothing";
}

let store: TestStore;
let own: ExampleMunicipality;
let other: ExampleMunicipality;
let owner: Client;
const connected: Client[] = [];

before(async () => {
  store = await openTestStore();
  own = await registerExample(store, "9001");
  other = await registerExample(store, "9002");
  for (const municipality of [own, other]) await fillEveryTable(store, municipality);
  owner = await connect("owner");
});
after(async () => {
  // Also those of a test that failed half-way, which would keep the file from ending.
  for (const client of connected) await client.end();
  await store.close();
});

async function tenantTables(): Promise<readonly string[]> {
  const { rows } = await owner.query(
    `select relname from pg_class
     where relkind in ('r', 'p', 'v', 'm', 'f') and relnamespace = current_schema()::regnamespace
       and not relname = any($1) order by relname`,
    [referenceTables],
  );
  return rows.map(({ relname }) => relname);
}

test("every table but the reference tables has forced row-level security and is in this matrix", async () => {
  const { rows } = await owner.query(
    `select relname, relrowsecurity and relforcerowsecurity as is_forced,
       (select count(*) from pg_policy where polrelid = pg_class.oid) as policies
     from pg_class where relname = any($1) order by relname`,
    [await tenantTables()],
  );
  assert.deepEqual(
    rows.map(({ relname }) => relname),
    Object.keys(appMay),
  );
  for (const { relname, is_forced, policies } of rows) {
    assert.ok(is_forced && policies > 0, `${relname} is not under forced row-level security`);
  }
});

test("neither the program's role nor the tables' owner can pass row-level security by", async () => {
  for (const role of roles) {
    const client = await connect(role);
    const { rows } = await client.query(
      "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    const tables = await client.query(
      "select count(*)::int as n from pg_tables where tableowner = current_user and tablename = any($1)",
      [Object.keys(appMay)],
    );
    assert.deepEqual([rows[0].rolsuper, rows[0].rolbypassrls], [false, false]);
    const owned = role === "owner" ? Object.keys(appMay).length : 0;
    assert.equal(tables.rows[0].n, owned, `${rows[0].rolname} owns ${tables.rows[0].n} tables`);
  }
});

test("a connection of the program stays in its role when the role is reset", async () => {
  const client = await connect("app");
  await client.query("reset role");
  const { rows } = await client.query("select current_user as name");
  assert.equal(rows[0].name, "skillnad_app");
});

test("table × role × operation × own, other, unset municipality: each has its expected effect", async () => {
  const surprises: string[] = [];
  let looked = 0;
  for (const role of roles) {
    for (const whose of scopes) {
      const client = await connect(role);
      await setMunicipality(client, whose);
      for (const table of await tenantTables()) {
        for (const operation of operations) {
          const effect = await effectOf(client, table, operation, whose);
          const expected = expectedEffect(table, operation, role, whose);
          looked += 1;
          if (effect !== expected) {
            surprises.push(`${role} ${operation} ${table} (${whose}): ${effect}, not ${expected}`);
          }
        }
      }
    }
  }
  assert.deepEqual(surprises, []);
  assert.equal(looked, Object.keys(appMay).length * 4 * 2 * 4);
});

test("no row can be moved to another municipality", async () => {
  for (const role of roles) {
    const client = await connect(role);
    await setMunicipality(client, "own");
    for (const table of await tenantTables()) {
      const moving = client.query(
        `update ${table} set municipality_code = $1 where municipality_code = $2`,
        [other.code, own.code],
      );
      await assert.rejects(moving, { code: "42501" }, `${role} moved a row of ${table}`);
    }
  }
});

/** Tries it and takes it back. */
async function effectOf(
  client: Client,
  table: string,
  operation: Operation,
  whose: Whose,
): Promise<Effect> {
  const target = whose === "other" ? other.code : own.code;
  const template = await exampleRow(table);
  await client.query("begin");
  try {
    const result =
      operation === "insert"
        ? await client.query(
            `insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`,
            [{ ...template, municipality_code: target }],
          )
        : await client.query(statements[operation](table), [target]);
    return result.rowCount === 0 ? "nothing" : "reached";
  } catch (error) {
    return effectOfError(error);
  } finally {
    await client.query("rollback");
  }
}

const statements = {
  select: (table: string) => `select * from ${table} where municipality_code = $1`,
  update: (table: string) =>
    `update ${table} set municipality_code = municipality_code where municipality_code = $1`,
  delete: (table: string) => `delete from ${table} where municipality_code = $1`,
};

function effectOfError(error: unknown): Effect {
  const code = error instanceof DatabaseError ? error.code : undefined;
  // Only rows that were let through can collide with a key (23505) or be missed by one (23503).
  if (code === "23505" || code === "23503") return "reached";
  // Insufficient privilege, also row-level security's; and a municipality that was never set.
  if (code === "42501" || code === "42704") return "denied";
  throw error;
}

async function exampleRow(table: string): Promise<object> {
  await owner.query("begin");
  await owner.query("select set_config('app.municipality', $1, true)", [own.code]);
  const { rows } = await owner.query(`select to_jsonb(t) as row from ${table} t limit 1`);
  await owner.query("commit");
  assert.ok(rows[0], `${table} is empty: add a row to it in fill-every-table.ts`);
  return rows[0].row;
}

async function setMunicipality(client: Client, whose: Whose): Promise<void> {
  if (whose === "none set") return;
  if (whose === "none set any more") {
    await client.query("begin");
    await client.query("select set_config('app.municipality', $1, true)", [own.code]);
    await client.query("commit");
  } else {
    await client.query("select set_config('app.municipality', $1, false)", [own.code]);
  }
}

async function connect(role: Role): Promise<Client> {
  const client =
    role === "owner"
      ? ownerClient(store.owner)
      : new Client({ ...store.owner, options: startOptionsOfApp(store.owner.options) });
  await client.connect();
  connected.push(client);
  return client;
}
