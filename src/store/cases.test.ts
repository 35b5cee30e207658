import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accountId, instant, isoDate, municipalityCode, unitId } from "#kernel";
import type { CaseRecord, Change } from "#registration";
import {
  type ExampleMunicipality,
  registerExample,
  reviseExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let here: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
});
after(() => store.close());

const noFacts = { birthYear: null };

async function storedCase(municipality = here, at?: string): Promise<CaseRecord> {
  const { record, first } = startExampleCase(municipality, at ? instant(at) : undefined);
  await store.within(municipality.code, (tx) => tx.cases.insert(record, first, noFacts));
  return record;
}

test("a case is read back exactly as it was stored, with its days and moments as text", async () => {
  const record = await storedCase();
  const found = await store.within(here.code, (tx) => tx.cases.find(record.code));
  assert.deepEqual(found, record);
  assert.equal(found?.startedOn, "2026-03-12");
  assert.equal(found?.lastStepAt, "2026-03-12T13:02:00.000Z");
});

test("an answer is stored with who gave it, when, and what it was before", async () => {
  const started = await storedCase();
  const { record, revision } = reviseExample(started, [
    {
      kind: "answer-set",
      address: { variable: "V01" },
      from: null,
      to: { kind: "codes", codes: [1] },
    },
  ]);
  const saved = await store.within(here.code, (tx) => tx.cases.save(record, revision, noFacts));
  assert.deepEqual(saved, { kind: "saved" });
  const { found, history } = await store.within(here.code, async (tx) => ({
    found: await tx.cases.find(started.code),
    history: await tx.cases.history(started.id),
  }));
  assert.deepEqual(found, record);
  assert.deepEqual(history.at(-1), revision);
  assert.deepEqual(
    history.map(({ revision: number }) => number),
    [1, 2],
  );
});

test("a reason given for a correction stands in the history", async () => {
  const started = await storedCase();
  const { record, revision } = reviseExample(started, []);
  const explained = { ...revision, reason: "Fel år" };
  await store.within(here.code, (tx) => tx.cases.save(record, explained, noFacts));
  const history = await store.within(here.code, (tx) => tx.cases.history(started.id));
  assert.equal(history.at(-1)?.reason, "Fel år");
});

test("of two people who decide upon the same revision, the second writes nothing", async () => {
  const started = await storedCase();
  const closing = reviseExample(started, [
    { kind: "case-closed", closedOn: isoDate("2026-03-13") },
  ]);
  const moving = reviseExample(started, [
    { kind: "start-corrected", from: started.startedOn, to: isoDate("2026-03-01") },
  ]);
  const results = await Promise.all(
    [closing, moving].map(({ record, revision }) =>
      store.within(here.code, (tx) => tx.cases.save(record, revision, noFacts)),
    ),
  );
  assert.deepEqual(results.map(({ kind }) => kind).sort(), ["saved", "stale"]);
  const { found, history } = await store.within(here.code, async (tx) => ({
    found: await tx.cases.find(started.code),
    history: await tx.cases.history(started.id),
  }));
  const winner = results[0]?.kind === "saved" ? closing : moving;
  assert.deepEqual(found, winner.record);
  assert.equal(history.length, 2);
});

test("a case that is being decided upon makes the next one wait", async () => {
  const started = await storedCase();
  const order: string[] = [];
  const isRead = Promise.withResolvers<void>();
  const first = store.within(here.code, async (tx) => {
    const record = await tx.cases.findForUpdate(started.code);
    assert.ok(record);
    isRead.resolve();
    const next = reviseExample(record, []);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tx.cases.save(next.record, next.revision, noFacts);
    order.push("first");
  });
  await isRead.promise;
  const second = store.within(here.code, async (tx) => {
    const record = await tx.cases.findForUpdate(started.code);
    order.push(`second sees revision ${record?.revision}`);
  });
  await Promise.all([first, second]);
  assert.deepEqual(order, ["first", "second sees revision 2"]);
});

test("what fails half-way leaves nothing", async () => {
  const { record, first } = startExampleCase(here);
  const failing = store.within(here.code, async (tx) => {
    await tx.cases.insert(record, first, noFacts);
    tx.audit.append({
      at: first.at,
      account: here.worker,
      action: "case-started",
      case: record.id,
    });
    throw new Error("the plug was pulled");
  });
  await assert.rejects(failing, /plug/);
  const after = await store.within(here.code, async (tx) => ({
    found: await tx.cases.find(record.code),
    log: (await tx.audit.list(0, 1000)).filter((line) => line.case === record.id),
  }));
  assert.deepEqual(after, { found: undefined, log: [] });
});

test("a save after a failed query that nobody noticed is not acknowledged", async () => {
  const { record, first } = startExampleCase(here);
  const unnoticed = store.within(here.code, async (tx) => {
    await tx.cases.insert(record, first, noFacts);
    // PostgreSQL would answer the commit with a rollback, and no error.
    await tx.cases.insert(record, first, noFacts).catch(() => {});
  });
  await assert.rejects(unnoticed);
  assert.equal(await store.within(here.code, (tx) => tx.cases.find(record.code)), undefined);
});

test("the same code in another municipality is another case", async () => {
  const there = await registerExample(store, "9002");
  const record = await storedCase();
  const { found, isTaken } = await store.within(there.code, async (tx) => ({
    found: await tx.cases.find(record.code),
    isTaken: await tx.cases.isCodeTaken(record.code),
  }));
  assert.equal(found, undefined);
  assert.equal(isTaken, false);
});

test("a list is filtered by unit, worker, state and text, the latest step first", async () => {
  const listed = await registerExample(store, "9003");
  const oldest = await storedCase(listed, "2026-01-10T08:00:00Z");
  const middle = await storedCase(listed, "2026-02-10T08:00:00Z");
  const latest = await storedCase(listed, "2026-03-10T08:00:00Z");
  const { record, revision } = reviseExample(
    oldest,
    [{ kind: "case-closed", closedOn: isoDate("2026-04-01") }],
    instant("2026-04-01T09:00:00Z"),
  );
  const all = { from: 0, limit: 10 };
  const lists = await store.within(listed.code, async (tx) => {
    await tx.cases.save(record, revision, { birthYear: 1987 });
    return {
      all: await tx.cases.list(all),
      second: await tx.cases.list({ from: 1, limit: 1 }),
      open: await tx.cases.list({ ...all, state: "open" }),
      own: await tx.cases.list({ ...all, assignee: listed.worker }),
      others: await tx.cases.list({ ...all, assignee: accountId("somebody") }),
      noUnits: await tx.cases.list({ ...all, units: [] }),
      unit: await tx.cases.list({ ...all, units: [listed.unit, unitId("x")] }),
      code: await tx.cases.list({ ...all, text: middle.code.toLowerCase().replaceAll("-", "") }),
      year: await tx.cases.list({ ...all, text: "1987" }),
      month: await tx.cases.list({ ...all, text: "2026-03" }),
      wildcard: await tx.cases.list({ ...all, text: "%" }),
      hyphen: await tx.cases.list({ ...all, text: "-" }),
    };
  });
  function codes(name: keyof typeof lists) {
    return lists[name].cases.map(({ code }) => code);
  }
  assert.deepEqual(codes("all"), [oldest.code, latest.code, middle.code]);
  assert.deepEqual([codes("second"), lists.second.total], [[latest.code], 3]);
  assert.deepEqual(codes("open"), [latest.code, middle.code]);
  assert.equal(lists.own.total, 3);
  assert.equal(lists.others.total, 0);
  assert.equal(lists.noUnits.total, 0);
  assert.equal(lists.unit.total, 3);
  assert.deepEqual(codes("code"), [middle.code]);
  assert.deepEqual(codes("year"), [oldest.code]);
  assert.deepEqual(codes("month"), [latest.code]);
  assert.equal(lists.wildcard.total, 0);
  assert.equal(lists.hyphen.total, 0);
  const [closed] = lists.all.cases;
  assert.deepEqual(
    [closed?.state, closed?.closedOn, closed?.birthYear, closed?.revision],
    ["closed", "2026-04-01", 1987, 2],
  );
});

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

test("for counting, every case comes out once, in batches, also of some units only", async () => {
  const counted = await registerExample(store, "9004");
  const records = await Promise.all(Array.from({ length: 7 }, () => storedCase(counted)));
  const streamed = await store.within(counted.code, async (tx) => ({
    all: await collect(tx.cases.stream()),
    unit: await collect(tx.cases.stream([counted.unit])),
    none: await collect(tx.cases.stream([])),
  }));
  const byId = (a: CaseRecord, b: CaseRecord) => (a.id < b.id ? -1 : 1);
  assert.deepEqual(streamed.all, records.toSorted(byId));
  assert.deepEqual(streamed.unit, streamed.all);
  assert.deepEqual(streamed.none, []);
});

test("a case can be read as it stood at any moment of its life", async () => {
  const there = await registerExample(store, "9005");
  const answer = (code: number): Change => ({
    kind: "answer-set",
    address: { variable: "V01" },
    from: null,
    to: { kind: "codes", codes: [code] },
  });
  const { record: started, first } = startExampleCase(there, instant("2026-03-01T10:00:00Z"));
  const once = reviseExample(started, [answer(1)], instant("2026-03-02T10:00:00Z"));
  const twice = reviseExample(once.record, [answer(2)], instant("2026-03-03T10:00:00Z"));
  const untouched = startExampleCase(there, instant("2026-03-01T12:00:00Z"));
  await store.within(there.code, async (tx) => {
    await tx.cases.insertWithHistory([
      {
        record: twice.record,
        revisions: [first, once.revision, twice.revision],
        facts: noFacts,
      },
      { record: untouched.record, revisions: [untouched.first], facts: noFacts },
    ]);
  });
  const asAt = (moment: string) =>
    store.within(there.code, async (tx) => {
      const cases = await collect(tx.cases.asAt(instant(moment)));
      return new Map(cases.map((record) => [record.id, record]));
    });
  assert.equal((await asAt("2026-03-01T09:59:59Z")).size, 0);
  assert.deepEqual((await asAt("2026-03-01T11:00:00Z")).get(started.id), started);
  assert.deepEqual((await asAt("2026-03-02T10:00:00Z")).get(started.id), once.record);
  const now = await asAt("2026-03-03T10:00:00Z");
  assert.deepEqual(now.get(started.id), twice.record);
  assert.deepEqual(now.get(untouched.record.id), untouched.record);
});

test("a municipality that is not registered can hold no case", async () => {
  const { record, first } = startExampleCase({ ...here, code: municipalityCode("9099") });
  await assert.rejects(
    store.within(municipalityCode("9099"), (tx) => tx.cases.insert(record, first, noFacts)),
    { code: "23503" },
  );
});
