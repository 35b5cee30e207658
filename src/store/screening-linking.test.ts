import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "pg";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

/** What is counted, and must be nobody's. */
const counted = ["meeting_tallies", "meeting_days", "meeting_receipts", "confidence_tallies"];

/** All that a counted row may say: where, on which day, what and how many. */
const columns: { readonly [table: string]: readonly string[] } = {
  confidence_tallies: [
    "answer text",
    "campaign_id text",
    "moment text",
    "municipality_code text",
    "tally_count integer",
  ],
  meeting_days: [
    "campaign_id text",
    "day date",
    "first_answers jsonb",
    "is_settled boolean",
    "logged_count integer",
    "meeting_count integer",
    "municipality_code text",
    "unit_id text",
  ],
  meeting_receipts: [
    "campaign_id text",
    "content text",
    "day date",
    "is_pile boolean",
    "is_undone boolean",
    "municipality_code text",
    "receipt_key text",
  ],
  meeting_tallies: [
    "campaign_id text",
    "combination text",
    "day date",
    "municipality_code text",
    "tally_count integer",
    "unit_id text",
  ],
};

/** Of a place or a plan, of which thousands of rows are; whoever wrote them is no party to the rest. */
const places = ["campaigns", "municipalities", "units"];

let store: TestStore;
let owner: Client;
before(async () => {
  store = await openTestStore();
  owner = new Client(store.owner);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await store.close();
});

test("a counted row has no account, no case, no moment and no number of its own", async () => {
  const { rows } = await owner.query(
    `select table_name, array_agg(column_name || ' ' || data_type order by column_name collate "C")
       as columns
     from information_schema.columns
     where table_schema = current_schema() and table_name = any($1)
     group by table_name order by table_name`,
    [counted],
  );
  assert.deepEqual(
    Object.fromEntries(rows.map(({ table_name, columns: found }) => [table_name, found])),
    columns,
  );
  const all = Object.values(columns).flat();
  assert.deepEqual(
    all.filter((each) => /account|_by\b|case|\bat\b|_at |time|serial|sequence/.test(each)),
    [],
  );
  const generated = await owner.query(
    `select table_name, column_name from information_schema.columns
     where table_schema = current_schema() and table_name = any($1)
       and (column_default like 'nextval%' or column_default ~ 'now|random|current'
         or is_identity = 'YES' or is_generated <> 'NEVER')`,
    [counted],
  );
  assert.deepEqual(generated.rows, []);
});

test("no path of references, from or to, leads from a counted row to somebody but by its place", async () => {
  const references = await readReferences();
  assert.ok(references.length > 60, `only ${references.length} references were looked at`);
  for (const table of counted) {
    assert.deepEqual([...reachedFrom(table, references)], [], table);
  }
  // And of its places nothing is reached but the municipality, and the account of who planned.
  assert.deepEqual(targetsOf("units", references), ["municipalities"]);
  assert.deepEqual(targetsOf("municipalities", references), []);
  assert.deepEqual(targetsOf("campaigns", references), ["accounts", "campaigns", "municipalities"]);
});

test("the search finds a path that is planted", () => {
  const planted = [
    { from: "meeting_tallies", to: "campaigns" },
    { from: "visits", to: "meeting_tallies" },
    { from: "visits", to: "sessions" },
    { from: "sessions", to: "accounts" },
  ];
  assert.deepEqual(
    [...reachedFrom("meeting_tallies", planted)],
    ["visits", "sessions", "accounts"],
  );
});

test("nothing is carried out beside a change of a counted row: it has no trigger of ours and no rule", async () => {
  const { rows } = await owner.query(
    `select tgrelid::regclass::text as table, tgname as name from pg_trigger
     where not tgisinternal and tgrelid = any($1::regclass[])
     union all
     select ev_class::regclass::text, rulename from pg_rewrite where ev_class = any($1::regclass[])`,
    [counted],
  );
  assert.deepEqual(rows, []);
});

test("the tables' own file keeps no time of a transaction", async () => {
  const { rows } = await owner.query("select current_setting('track_commit_timestamp') as kept");
  assert.deepEqual(rows, [{ kept: "off" }]);
});

type Reference = { readonly from: string; readonly to: string };

async function readReferences(): Promise<readonly Reference[]> {
  const { rows } = await owner.query<Reference>(
    `select distinct own.table_name as "from", other.table_name as "to"
     from information_schema.referential_constraints refers
     join information_schema.table_constraints own
       on own.constraint_schema = refers.constraint_schema
       and own.constraint_name = refers.constraint_name
     join information_schema.table_constraints other
       on other.constraint_schema = refers.unique_constraint_schema
       and other.constraint_name = refers.unique_constraint_name
     where refers.constraint_schema = current_schema()`,
  );
  return rows;
}

/** Whatever is referred to, and whatever refers to it, for as long as there is more; places end a path. */
function reachedFrom(table: string, references: readonly Reference[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [table];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const near = references.flatMap(({ from, to }) =>
      from === at ? [to] : to === at ? [from] : [],
    );
    for (const next of near) {
      if (places.includes(next) || reached.has(next) || next === table) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

function targetsOf(table: string, references: readonly Reference[]): readonly string[] {
  return references.flatMap(({ from, to }) => (from === table ? [to] : [])).toSorted();
}
