/** What an earlier version left is brought up with everything in it; what a later one left is let be. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Client, ClientConfig } from "pg";
import {
  addDays,
  halfYearOf,
  type Outcome,
  periodOf,
  strongRandomness,
  swedishDay,
  systemClock,
} from "#kernel";
import type { Store } from "../store.ts";
import { emptyDatabase } from "../testing/empty-database.ts";
import { makeEarlierDatabase, oldestRows } from "../testing/oldest-rows.ts";
import { ownerClient } from "./connection.ts";
import { takeDataFolder } from "./data-folder.ts";
import { readMigrations } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { openEmbedded, runCluster } from "./open-embedded.ts";
import { makeThrowAwayFolder } from "./throw-away-folder.ts";

const migrations = readMigrations();
const passedIn = { clock: systemClock, randomness: strongRandomness };

async function asOwnerOf<Result>(
  owner: ClientConfig,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = ownerClient(owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function sure<Value>(outcome: Outcome<Value>): Value {
  assert.ok(outcome.kind === "done", JSON.stringify(outcome));
  return outcome.value;
}

/** As this version reads it. */
async function assertAllThere(store: Store): Promise<void> {
  await store.within(oldestRows.municipality, async (tx) => {
    const record = await tx.cases.find(oldestRows.code);
    assert.ok(record);
    assert.deepEqual(record.sheet.answers, { V02: { kind: "number", number: 1988 } });
    assert.equal(record.servedMunicipality, oldestRows.municipality);
    const history = await tx.cases.history(record.id);
    assert.deepEqual(
      history.map(({ revision }) => revision),
      [1, 2],
    );
    const account = await tx.accounts.findBySignInName("Maria");
    assert.equal(account?.id, oldestRows.worker);
    assert.equal((await tx.cases.list({ from: 0, limit: 10 })).total, 1);
    const verdict = await tx.audit.verify();
    assert.equal(verdict.kind === "intact" && verdict.head.sequence, 2);
  });
}

for (const { number, name } of migrations.slice(0, -1)) {
  test(`a database as ${name} left it is brought up, and holds what it held`, async () => {
    const { owner } = await emptyDatabase();
    await asOwnerOf(owner, (client) => makeEarlierDatabase(client, migrations.slice(0, number)));
    const place = { at: "db.example", kind: "real", clock: systemClock } as const;
    const { store, close } = sure(await openDatabase(owner, place));
    try {
      await assertAllThere(store);
    } finally {
      await close();
    }
  });
}

test("a routine that had no last day is counted by half-years from now on", async () => {
  const { owner } = await emptyDatabase();
  const earlier = migrations.filter(({ number }) => number <= 12);
  await asOwnerOf(owner, async (client) => {
    await makeEarlierDatabase(client, earlier);
    await client.query("select set_config('app.municipality', $1, false)", [
      oldestRows.municipality,
    ]);
    await client.query(
      `insert into campaigns select $1, id, 1, id, first, last, '[]', '{"kind": "own"}', '', '', '', null,
        null, $2, now()
      from (values ('always', date '2025-03-01', null::date), ('later', '2125-09-01', null),
        ('month', '2025-03-01', '2025-03-31')) as planned (id, first, last)`,
      [oldestRows.municipality, oldestRows.worker],
    );
  });
  const place = { at: "db.example", kind: "real", clock: systemClock } as const;
  const { store, close } = sure(await openDatabase(owner, place));
  try {
    const campaigns = await store.within(oldestRows.municipality, ({ screening }) =>
      screening.campaigns(),
    );
    const { until } = periodOf(halfYearOf(swedishDay(systemClock.now())));
    assert.deepEqual(
      campaigns.map(({ id, lastDay, routine, follows }) => [id, lastDay, routine, follows]),
      [
        ["later", "2125-12-31", "goes-on", null],
        ["always", addDays(until, -1), "goes-on", null],
        ["month", "2025-03-31", null, null],
      ],
    );
  } finally {
    await close();
  }
});

test("a data folder of the very first version is opened by this one", async () => {
  const { folder, remove } = await makeThrowAwayFolder(systemClock);
  after(remove);
  const taken = sure(await takeDataFolder(folder, "real"));
  const { running, owner } = sure(await runCluster(taken, { ...passedIn, isDurable: false }));
  await asOwnerOf(owner, (client) => makeEarlierDatabase(client, migrations.slice(0, 1)));
  await running.stop();
  await taken.release();
  const place = { ...passedIn, folder, kind: "real", isDurable: false } as const;
  const store = sure(await openEmbedded(place));
  try {
    await assertAllThere(store);
  } finally {
    await store.close();
  }
});

/** Every table's shape and rows, of this municipality, as one text. */
async function lookAtAll(client: Client): Promise<string> {
  await client.query("select set_config('app.municipality', $1, false)", [oldestRows.municipality]);
  const tables = await client.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(column_name || ' ' || data_type, ', ' order by column_name) as columns
      from information_schema.columns where table_schema = current_schema() group by 1 order by 1`,
  );
  const seen: unknown[] = [];
  for (const { name, columns } of tables.rows) {
    const { rows } = await client.query(
      `select to_jsonb(t)::text as row from ${name} t order by 1`,
    );
    seen.push([name, columns, rows]);
  }
  return JSON.stringify(seen);
}

test("a database of a later version is refused in one sentence, and nothing in it is changed", async () => {
  const { owner } = await emptyDatabase();
  const later = { number: 999, name: "0999-from-the-future.sql", sha256: "c".repeat(64) };
  const sql = "create table of_the_future (only_row boolean)";
  await asOwnerOf(owner, (client) =>
    makeEarlierDatabase(client, [...migrations, { ...later, sql }]),
  );
  const before = await asOwnerOf(owner, lookAtAll);
  const place = { at: "db.example", kind: "real", clock: systemClock } as const;
  const opened = await openDatabase(owner, place);
  assert.ok(opened.kind === "refused");
  assert.deepEqual(
    opened.problems.map(({ code, details }) => [code, details?.found]),
    [["database-newer", later.name]],
  );
  assert.equal(await asOwnerOf(owner, lookAtAll), before);
});
