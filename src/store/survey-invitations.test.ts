import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Kysely, PostgresDialect, sql } from "kysely";
import { addSeconds, type Instant, isoDate, randomId, strongRandomness } from "#kernel";
import type { CaseRecord } from "#registration";
import {
  answerKeyOf,
  answerMinutes,
  hashSecret,
  type Invitation,
  keptWayIn,
  newLink,
  newTypedCode,
  openMinutes,
  pinTries,
  reopenSeconds,
  type WayIn,
} from "#survey";
import { appPool } from "./open/connection.ts";
import { preparingPool } from "./open/preparing-pool.ts";
import type { Schema } from "./schema.ts";
import { type Store, storeOn } from "./store.ts";
import { surveyInvitationsOf } from "./survey-invitations.ts";
import {
  type ExampleMunicipality,
  exampleInstant,
  exampleInvitation,
  registerExample,
  reviseExample,
  startExampleCase,
} from "./testing/examples.ts";
import { tablesHolding } from "./testing/tables-holding.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

const at = exampleInstant;
const pin = "0417";

let store: TestStore;
let here: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
});
after(() => store.close());

/** What a client has been told, and about which case. */
type Told = { readonly record: CaseRecord; readonly link: WayIn; readonly typed: WayIn };

async function storedCase(): Promise<CaseRecord> {
  const { record, first } = startExampleCase(here);
  await store.within(here.code, (tx) => tx.cases.insert(record, first, { birthYear: null }));
  return record;
}

async function invite(
  record: CaseRecord,
  { since = at, mode = "own-device" }: { since?: Instant; mode?: Invitation["mode"] } = {},
): Promise<Told> {
  const [link, typed] = [
    newLink(here.code, strongRandomness),
    newTypedCode(here.code, strongRandomness),
  ];
  const invitation = { ...exampleInvitation(record, since), mode };
  await store.within(here.code, async (tx) => {
    await tx.cases.findForUpdate(record.code);
    const kept = mode === "own-device" ? keptWayIn(typed, pin) : null;
    await tx.surveyInvitations.insert(invitation, keptWayIn(link, pin), kept);
  });
  return { record, link, typed };
}

async function invited(): Promise<Told> {
  return invite(await storedCase());
}

function knock({ secret }: WayIn, when = at, on: Store = store) {
  return on.within(here.code, (tx) => tx.surveyInvitations.knock(hashSecret(secret), when));
}

/** Knocks and opens, as after the right digits; a way that is not opened runs the same. */
function enter(way: WayIn, when = at, on: Store = store): Promise<boolean> {
  return on.within(here.code, async ({ surveyInvitations }) => {
    const knocked = await surveyInvitations.knock(hashSecret(way.secret), when);
    return surveyInvitations.open(knocked?.id ?? "", keyHashOf(way), when);
  });
}

function keyHashOf(way: WayIn): string {
  return hashSecret(answerKeyOf(way).secret);
}

/** As the client's last page does. */
function answer({ record, link }: Told, when = at, on: Store = store) {
  return on.within(here.code, async (tx) => {
    const known = await tx.cases.findByIdForUpdate(record.id);
    const open = await tx.surveyInvitations.findOpen(keyHashOf(link), when);
    if (!open || !known) return "nothing";
    if (open.isAnswered) return "again";
    const to = { kind: "answered", on: isoDate("2026-03-12") } as const;
    const next = reviseExample(known, [{ kind: "survey-changed", from: known.survey, to }]);
    const saved = await tx.cases.save(next.record, next.revision, { birthYear: null });
    assert.equal(saved.kind, "saved");
    const response = { mode: open.mode, answeredOn: isoDate("2026-03-12"), answers: {} };
    const id = randomId(strongRandomness);
    const sealed = { id, case: record.id, unit: here.unit, response };
    const { kind } = await tx.surveyAnswers.insert(sealed);
    await tx.surveyInvitations.answered(open.id, when);
    return kind;
  });
}

/** The program's own connection, of which every statement can be heard. */
function ownDatabase(hear: (statement: string) => void = () => {}): Kysely<Schema> {
  const dialect = new PostgresDialect({ pool: preparingPool(appPool(store.owner)) });
  return new Kysely<Schema>({ dialect, log: ({ query }) => hear(query.sql) });
}

function waiting(record: CaseRecord, when = at) {
  return store.within(here.code, (tx) => tx.surveyInvitations.findWaiting(record.id, when));
}

test("the link and the typed code lead to one invitation, each with the digits kept for it", async () => {
  const { record, link, typed } = await invited();
  const [byLink, byCode] = [await knock(link), await knock(typed)];
  assert.equal(byLink?.case, record.id);
  assert.equal(byLink?.id, byCode?.id);
  assert.equal(byLink?.pinHash, keptWayIn(link, pin).pinHash);
  assert.equal(byCode?.pinHash, keptWayIn(typed, pin).pinHash);
  assert.notEqual(byLink?.pinHash, byCode?.pinHash);
});

test("after five tries nobody is let in, also when they come at once and whichever way", async () => {
  const { link, typed } = await invited();
  const ways = Array.from({ length: 2 * pinTries }, (_, index) => (index % 2 ? link : typed));
  const tries = await Promise.all(ways.map((way) => knock(way)));
  assert.equal(tries.filter((found) => found !== undefined).length, pinTries);
  assert.equal(await knock(link), undefined);
});

test("a way in that nobody opened ends after half an hour", async () => {
  const { record, link } = await invited();
  const last = addSeconds(at, openMinutes * 60 - 1);
  assert.ok(await knock(link, last));
  assert.equal(await knock(link, addSeconds(last, 1)), undefined);
  assert.ok(await waiting(record, last));
  assert.equal(await waiting(record, addSeconds(last, 1)), undefined);
});

test("an opened one is opened again for a minute, and its pages live for an hour", async () => {
  const told = await invited();
  assert.ok(await enter(told.link));
  assert.ok(await enter(told.link, addSeconds(at, reopenSeconds - 1)));
  assert.equal(await enter(told.link, addSeconds(at, reopenSeconds)), false);
  const openUntil = addSeconds(at, answerMinutes * 60);
  assert.equal((await waiting(told.record, addSeconds(openUntil, -1)))?.isOpened, true);
  assert.equal(await answer(told, openUntil), "nothing");
  assert.equal(await answer(told, addSeconds(openUntil, -1)), "saved");
  assert.equal(await waiting(told.record), undefined);
});

test("what was opened by its link is not opened by its code as well", async () => {
  const { link, typed } = await invited();
  assert.deepEqual([await enter(link), await enter(typed), await enter(link)], [true, false, true]);
});

test("a new invitation of a case, or the worker's word, ends what waited", async () => {
  const first = await invited();
  await enter(first.link);
  const second = await invite(first.record, { mode: "in-the-room" });
  assert.equal(await knock(first.link), undefined);
  assert.equal(await answer(first), "nothing");
  assert.equal((await waiting(first.record))?.mode, "in-the-room");
  const other = await invited();
  await store.within(here.code, (tx) => tx.surveyInvitations.close(first.record.id, at));
  assert.equal(await knock(second.link), undefined);
  assert.ok(await knock(other.link), "another case's still waits");
});

test("two devices send the same survey at once: it is kept once, and neither hears of a fault", async () => {
  for (let round = 0; round < 5; round++) {
    const told = await invited();
    await enter(told.link);
    const both = await Promise.all([answer(told), answer(told)]);
    assert.deepEqual(both.toSorted(), ["again", "saved"]);
  }
});

test("two invitations of one case, two answers at once: the later one's is kept", async () => {
  const first = await invited();
  await enter(first.link);
  const second = await invite(first.record);
  await enter(second.link);
  assert.deepEqual(await Promise.all([answer(first), answer(second)]), ["nothing", "saved"]);
});

test("a client who answers while the worker invites anew: neither waits for the other for ever", async () => {
  for (let round = 0; round < 10; round++) {
    const told = await invited();
    await enter(told.link);
    const [came] = await Promise.all([answer(told), invite(told.record)]);
    assert.ok(["saved", "nothing"].includes(came), came);
  }
});

test("unknown, used, too old, taken back and tried too often: the same statements, the same nothing", async () => {
  const used = await invited();
  await enter(used.link);
  await answer(used);
  const early = await invited();
  const old = await invite(await storedCase(), { since: addSeconds(at, -openMinutes * 60) });
  const closed = await invited();
  await store.within(here.code, (tx) => tx.surveyInvitations.close(closed.record.id, at));
  const tried = await invited();
  for (let count = 0; count < pinTries; count++) await knock(tried.link);

  const statements: string[] = [];
  const db = ownDatabase((statement) => statements.push(statement));
  const watched = storeOn(db);
  async function ranBy(work: () => Promise<unknown>): Promise<readonly [string, unknown]> {
    statements.length = 0;
    const result = await work();
    return [statements.join("\n"), result];
  }
  try {
    const unknown = newLink(here.code, strongRandomness);
    const [run] = await ranBy(() => enter(early.link, at, watched));
    assert.equal(run.match(/update "survey_invitations"/g)?.length, 2);
    assert.equal(run.match(/'synchronous_commit'/g)?.length, 2);
    for (const way of [unknown, used.link, old.link, closed.link, tried.link, tried.typed]) {
      assert.deepEqual(await ranBy(() => enter(way, at, watched)), [run, false]);
    }
    const [sought] = await ranBy(() => answer({ ...early, link: unknown }, at, watched));
    for (const told of [old, closed, tried]) {
      assert.deepEqual(await ranBy(() => answer(told, at, watched)), [sought, "nothing"]);
    }
  } finally {
    await db.destroy();
  }
});

test("another municipality's way in is unknown here", async () => {
  const there = await registerExample(store, "9002");
  const { link } = await invited();
  const found = await store.within(there.code, (tx) =>
    tx.surveyInvitations.knock(hashSecret(link.secret), at),
  );
  assert.equal(found, undefined);
});

test("those that nobody can use any more are taken away, and nothing is left of them", async () => {
  const old = await invite(await storedCase(), { since: addSeconds(at, -24 * 3600) });
  const recent = await invited();
  await store.within(here.code, (tx) => tx.surveyInvitations.removeBefore(at));
  assert.ok(await knock(recent.link));
  const left = await tablesHolding(store, here.code, old.record.id);
  // The case itself and its start: as before anybody was invited.
  assert.deepEqual(left, ["case_revisions", "cases"]);
});

test("a copy of the database holds no way in, and no digits", async () => {
  const told = await invited();
  await enter(told.typed);
  for (const secret of [told.link.secret, told.typed.secret, answerKeyOf(told.typed).secret]) {
    assert.deepEqual(await tablesHolding(store, here.code, secret), []);
  }
  assert.deepEqual(await tablesHolding(store, here.code, `"${pin}"`), []);
  assert.deepEqual(await tablesHolding(store, here.code, hashSecret(told.link.secret)), [
    "survey_invitations",
  ]);
});

test("what is refused does not wait for the disk, counted or not; an opening does", async () => {
  const { link } = await invited();
  const unknown = newLink(here.code, strongRandomness);
  const db = ownDatabase();
  const waits = (way: WayIn, isRight: boolean) =>
    db.transaction().execute(async (transaction) => {
      await sql`select set_config('app.municipality', ${here.code}, true)`.execute(transaction);
      const invitations = surveyInvitationsOf({ db: transaction, municipality: here.code });
      const knocked = await invitations.knock(hashSecret(way.secret), at);
      await invitations.open((isRight && knocked?.id) || "", keyHashOf(way), at);
      const shown = sql<{ synchronous_commit: string }>`show synchronous_commit`;
      const { rows } = await shown.execute(transaction);
      return rows[0]?.synchronous_commit !== "off";
    });
  try {
    // The clusters of tests wait for nothing.
    await sql`set synchronous_commit to on`.execute(db);
    assert.deepEqual([await waits(link, false), await waits(unknown, true)], [false, false]);
    assert.equal(await waits(link, true), true);
  } finally {
    await db.destroy();
  }
});
