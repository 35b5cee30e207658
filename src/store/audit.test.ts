import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { ChainVerdict } from "#access";
import { type MunicipalityCode, municipalityCode } from "#kernel";
import { asOwner } from "./testing/as-owner.ts";
import {
  type ExampleMunicipality,
  exampleInstant,
  registerExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let next = 9001;

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

/** A municipality of its own for each test, with a chain of so many links. */
async function chainOf(links: number): Promise<ExampleMunicipality> {
  const here = await registerExample(store, String(next++));
  for (let number = 1; number <= links; number++) await note(here, { number });
  return here;
}

function note(
  { code, worker: account }: ExampleMunicipality,
  details: { readonly number: number },
): Promise<void> {
  return store.within(code, async (tx) => {
    tx.audit.append({ at: exampleInstant, account, action: "case-read", details });
  });
}

function verify(code: MunicipalityCode): Promise<ChainVerdict> {
  // Three at a time, so that the chain is read in several pieces.
  return store.within(code, (tx) => tx.audit.verify(3));
}

/** What somebody with the owner's password can do, who also switches off the trigger. */
async function tamper(code: MunicipalityCode, ...statements: readonly string[]): Promise<void> {
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [code]);
    await client.query("alter table audit_log disable trigger audit_log_is_append_only");
    for (const statement of statements) await client.query(statement);
    await client.query("alter table audit_log enable trigger audit_log_is_append_only");
  });
}

test("a chain that nobody touched is intact, also the empty one", async () => {
  const { code } = await chainOf(7);
  const verdict = await verify(code);
  assert.equal(verdict.kind, "intact");
  assert.equal(verdict.kind === "intact" && verdict.head.sequence, 7);
  const untouched = municipalityCode("9999");
  assert.equal((await verify(untouched)).kind, "intact");
});

test("an altered row is found, whichever column was altered", async () => {
  const alterations = [
    `details = '{"number": 99}'`,
    "at = at + interval '1 minute'",
    "account_id = 'somebody-else'",
    "account_id = null",
    "action = 'case-saved'",
    "case_id = 'another'",
    "previous_hash = repeat('0', 64)",
    "hash = repeat('0', 64)",
  ];
  for (const alteration of alterations) {
    const { code } = await chainOf(5);
    await tamper(code, `update audit_log set ${alteration} where sequence = 4`);
    assert.deepEqual(await verify(code), { kind: "broken", at: 4, why: "altered" }, alteration);
  }
});

test("a row that was removed from the middle is missed", async () => {
  const { code } = await chainOf(5);
  await tamper(code, "delete from audit_log where sequence = 2");
  assert.deepEqual(await verify(code), { kind: "broken", at: 2, why: "missing" });
});

test("a row that was removed, and the others closed up, is missed", async () => {
  const { code } = await chainOf(5);
  await tamper(
    code,
    "delete from audit_log where sequence = 2",
    "update audit_log set sequence = sequence - 1 where sequence > 2",
    "update audit_heads set sequence = sequence - 1",
  );
  assert.deepEqual(await verify(code), { kind: "broken", at: 2, why: "altered" });
});

test("two rows that changed places are found", async () => {
  const { code } = await chainOf(5);
  await tamper(
    code,
    "update audit_log set sequence = 1000 where sequence = 3",
    "update audit_log set sequence = 3 where sequence = 4",
    "update audit_log set sequence = 4 where sequence = 1000",
  );
  assert.deepEqual(await verify(code), { kind: "broken", at: 3, why: "altered" });
});

test("rows that were cut off at the end are missed", async () => {
  const { code } = await chainOf(5);
  await tamper(code, "delete from audit_log where sequence > 3");
  assert.deepEqual(await verify(code), { kind: "broken", at: 4, why: "cut-off" });
});

test("a row that was put in after the last is found", async () => {
  const { code } = await chainOf(5);
  await tamper(
    code,
    `insert into audit_log select municipality_code, 6, at, account_id, action, case_id, details,
       hash, previous_hash from audit_log where sequence = 5`,
  );
  assert.deepEqual(await verify(code), { kind: "broken", at: 6, why: "added" });
});

test("not even the tables' owner changes or removes a row by mistake", async () => {
  const { code } = await chainOf(1);
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [code]);
    for (const statement of [
      "update audit_log set action = 'nothing'",
      "delete from audit_log",
      "truncate audit_log",
    ]) {
      await assert.rejects(client.query(statement), /only ever added to/);
    }
  });
});

test("people at work at the same time make one chain without gaps", async () => {
  const here = await chainOf(0);
  await Promise.all(Array.from({ length: 20 }, (_, number) => note(here, { number })));
  const { verdict, lines } = await store.within(here.code, async (tx) => ({
    verdict: await tx.audit.verify(),
    lines: await tx.audit.list(0, 100),
  }));
  assert.equal(verdict.kind, "intact");
  assert.deepEqual(
    lines.map(({ sequence }) => sequence),
    Array.from({ length: 20 }, (_, index) => 20 - index),
  );
});

test("a long chain verifies while others add to it", async () => {
  const here = await chainOf(10);
  const [verdict] = await Promise.all([
    verify(here.code),
    ...Array.from({ length: 10 }, (_, number) => note(here, { number })),
  ]);
  assert.equal(verdict.kind, "intact");
});

test("the log names the case that was opened by its code", async () => {
  const here = await chainOf(0);
  const { record, first } = startExampleCase(here);
  await store.within(here.code, async (tx) => {
    await tx.cases.insert(record, first, { birthYear: null });
    tx.audit.append({ at: first.at, account: here.worker, action: "start", case: record.id });
  });
  const [line] = await store.within(here.code, (tx) => tx.audit.list(0, 1));
  assert.equal(line?.caseCode, record.code);
  assert.equal(line?.action, "start");
});
