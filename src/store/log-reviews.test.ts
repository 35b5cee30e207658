import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate } from "#kernel";
import type { LogMark, LogReview } from "./log-reviews.ts";
import { asOwner } from "./testing/as-owner.ts";
import {
  type ExampleMunicipality,
  exampleInstant,
  registerExample,
  reviseExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let next = 9001;

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const settled = { verdict: "in-order", note: "Hon vikarierade.", at: exampleInstant } as const;

function review(
  { worker }: ExampleMunicipality,
  change: Partial<LogReview> = {},
): Omit<LogReview, "signedBy" | "signedAt"> {
  const of = { number: 1, fromSequence: 1, throughSequence: 9, reads: 3, seed: 4_000_000_000 };
  const times = { fromAt: exampleInstant, throughAt: exampleInstant, begunAt: exampleInstant };
  return { ...of, ...times, begunBy: worker, ...change };
}

function mark({ worker }: ExampleMunicipality, number: number): Omit<LogMark, "settled"> {
  const day = isoDate("2026-03-12");
  return { number, kind: "night", account: worker, day, sequences: [2, 5], cases: 2 };
}

/** A municipality with a review of two marks. */
async function begun(): Promise<ExampleMunicipality> {
  const here = await registerExample(store, String(next++));
  const marks = [mark(here, 1), mark(here, 2)];
  await store.within(here.code, (tx) => tx.logReviews.begin(review(here), marks));
  return here;
}

test("a review is kept with its marks, and each is settled by itself", async () => {
  const here = await begun();
  await store.within(here.code, async ({ logReviews }) => {
    assert.ok(await logReviews.settle(1, 2, { ...settled, by: here.worker }));
    assert.ok(!(await logReviews.settle(1, 3, { ...settled, by: here.worker })));
    const [first, second] = await logReviews.marks(1);
    assert.deepEqual(first, { ...mark(here, 1), settled: null });
    assert.deepEqual(second?.settled, { ...settled, by: here.worker });
    assert.equal((await logReviews.find(1))?.seed, 4_000_000_000);
    assert.equal((await logReviews.list()).length, 1);
  });
});

test("two who begin at the same time begin one", async () => {
  const here = await registerExample(store, String(next++));
  const begin = () =>
    store.within(here.code, (tx) => tx.logReviews.begin(review(here), [mark(here, 1)]));
  const answers = await Promise.all([begin(), begin(), begin()]);
  assert.deepEqual(answers.toSorted(), [false, false, true]);
});

test("a signed review is never changed again, not even by the tables' owner", async () => {
  const here = await begun();
  await store.within(here.code, (tx) => tx.logReviews.sign(1, here.worker, exampleInstant));
  await assert.rejects(
    store.within(here.code, (tx) => tx.logReviews.settle(1, 1, { ...settled, by: here.worker })),
    /never changed/,
  );
  await asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [here.code]);
    for (const statement of [
      "update log_review_marks set note = 'Något annat'",
      "delete from log_review_marks",
      "update log_reviews set signed_at = null",
      "delete from log_reviews",
    ]) {
      await assert.rejects(client.query(statement), /never changed/, statement);
    }
  });
});

test("another municipality's review can be changed while this one's is signed", async () => {
  const [here, there] = [await begun(), await begun()];
  await store.within(here.code, (tx) => tx.logReviews.sign(1, here.worker, exampleInstant));
  await store.within(there.code, async (tx) => {
    assert.ok(await tx.logReviews.settle(1, 1, { ...settled, by: there.worker }));
  });
});

test("the ties of a case tell whose it was, from its start over each who had it", async () => {
  const here = await registerExample(store, String(next++));
  const { record, first } = startExampleCase(here);
  const later = instant("2026-04-01T08:00:00.000Z");
  const given = reviseExample(
    record,
    [
      { kind: "case-assigned", from: here.worker, to: null },
      { kind: "readers-named", from: null, to: [here.worker] },
    ],
    later,
  );
  const ties = await store.within(here.code, async (tx) => {
    await tx.cases.insert(record, first, { birthYear: null });
    await tx.cases.save(given.record, { ...given.revision, by: here.worker }, { birthYear: null });
    return tx.logReading.ties([record.id]);
  });
  const { unit, worker } = here;
  assert.deepEqual(ties.get(record.id), [
    { from: first.at, unit, assignee: worker, sharedWith: null, readers: null },
    { from: later, unit, assignee: null, sharedWith: null, readers: [worker] },
  ]);
});

test("acts are lines of signed-in people about cases, and refused pages", async () => {
  const here = await registerExample(store, String(next++));
  const at = exampleInstant;
  const of = { at, account: here.worker };
  await store.within(here.code, async (tx) => {
    tx.audit.append({ ...of, action: "session.started" });
    tx.audit.append({ ...of, action: "case.read" });
    tx.audit.append({ ...of, action: "route.refused" });
    tx.audit.append({ at, account: null, action: "case.read" });
  });
  await store.within(here.code, async ({ logReading }) => {
    const acts = await logReading.acts(1, 9);
    assert.deepEqual(
      acts.map(({ sequence }) => sequence),
      [2, 3],
    );
    assert.equal((await logReading.acts(3, 3)).length, 1);
    assert.equal((await logReading.actsBefore(3, at)).length, 1);
    assert.equal((await logReading.actsBefore(3, instant("2027-01-01T00:00:00Z"))).length, 0);
    assert.deepEqual(await logReading.stretch(2, at), {
      first: { sequence: 2, at },
      last: { sequence: 4, at },
    });
    assert.equal(await logReading.stretch(5, at), undefined);
    assert.deepEqual(
      (await logReading.lines([4, 1])).map(({ sequence }) => sequence),
      [1, 4],
    );
  });
});
