import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  type AccountId,
  accountId,
  isoDate,
  randomId,
  strongRandomness,
  type UnitId,
  unitId,
} from "#kernel";
import type { CaseRecord, Change } from "#registration";
import type { CaseFilter } from "./cases.ts";
import {
  type ExampleMunicipality,
  exampleInstant,
  registerExample,
  reviseExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let municipalities = 9001;

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

type Here = ExampleMunicipality & { readonly other: UnitId; readonly samir: AccountId };

/** A municipality of its own for each test, with a second unit and somebody who works there. */
async function givenHere(): Promise<Here> {
  const example = await registerExample(store, String(municipalities++));
  const other = unitId("skyddat-boende");
  const samir = accountId(`samir-${example.code}`);
  await store.within(example.code, async (tx) => {
    await tx.units.insert({ id: other, name: "Skyddat boende", isOpenToColleagues: false });
    await tx.accounts.insert({
      id: samir,
      signInName: samir,
      displayName: "Samir Holm",
      passwordHash: null,
      createdAt: exampleInstant,
      disabledAt: null,
      grants: [{ role: "caseWorker", unit: other }],
    });
  });
  return { ...example, other, samir };
}

async function storedCase(here: Here, ...changes: readonly Change[]): Promise<CaseRecord> {
  const started = startExampleCase(here);
  return store.within(here.code, async (tx) => {
    await tx.cases.insert(started.record, started.first, { birthYear: 1987 });
    if (changes.length === 0) return started.record;
    const { record, revision } = reviseExample(started.record, changes);
    await tx.cases.save(record, revision, { birthYear: 1987 });
    return record;
  });
}

async function codesOf(here: Here, filter: Partial<CaseFilter>): Promise<readonly string[]> {
  const { total, cases } = await store.within(here.code, (tx) =>
    tx.cases.list({ from: 0, limit: 50, ...filter }),
  );
  assert.equal(total, cases.length, "the total counts what is listed, and nothing else");
  return cases.map(({ code }) => code).sort();
}

const readBy = (...to: readonly AccountId[]): Change => ({ kind: "readers-named", from: null, to });
const voiding: Change = { kind: "case-voided" };
const closing: Change = { kind: "case-closed", closedOn: isoDate("2026-03-12") };

function sharing(unit: UnitId, assignee: AccountId | null): Change {
  return { kind: "case-shared", from: null, to: { unit, assignee } };
}

test("what a case's life has made of it is read back as it was stored", async () => {
  const here = await givenHere();
  const record = await storedCase(
    here,
    sharing(here.other, here.samir),
    readBy(here.worker),
    voiding,
  );
  const found = await store.within(here.code, (tx) => tx.cases.find(record.code));
  assert.deepEqual(found, record);
});

test("a restricted case is listed and counted for its readers alone", async () => {
  const here = await givenHere();
  const plain = await storedCase(here);
  const restricted = await storedCase(here, readBy(here.worker));
  const both = [plain.code, restricted.code].sort();
  assert.deepEqual(await codesOf(here, { viewer: here.worker }), both);
  assert.deepEqual(await codesOf(here, { viewer: here.samir }), [plain.code]);
  assert.deepEqual(await codesOf(here, {}), [plain.code]);
  const asked = { text: restricted.code, assignee: here.worker, units: [here.unit] };
  assert.deepEqual(await codesOf(here, { viewer: here.samir, ...asked }), []);
  assert.deepEqual(await codesOf(here, { viewer: here.worker, ...asked }), [restricted.code]);
});

test("a shared case is on both units' lists, once for whoever looks at both", async () => {
  const here = await givenHere();
  const shared = await storedCase(here, sharing(here.other, here.samir));
  for (const filter of [
    { units: [here.unit] },
    { units: [here.other] },
    { units: [here.unit, here.other] },
    { owners: [here.unit] },
    { assignee: here.worker },
    { assignee: here.samir },
  ]) {
    assert.deepEqual(await codesOf(here, filter), [shared.code]);
  }
  assert.deepEqual(await codesOf(here, { owners: [here.other] }), []);
  assert.deepEqual(await codesOf(here, { units: [unitId("third")] }), []);
  const list = await store.within(here.code, (tx) => tx.cases.list({ from: 0, limit: 1 }));
  assert.deepEqual(list.cases[0]?.sharedWith, { unit: here.other, assignee: here.samir });
});

test("voided cases are listed where they are asked for, open ones and closed ones together", async () => {
  const here = await givenHere();
  const plain = await storedCase(here);
  const gone = [await storedCase(here, voiding), await storedCase(here, closing, voiding)];
  assert.deepEqual(await codesOf(here, {}), [plain.code]);
  assert.deepEqual(await codesOf(here, { state: "open" }), [plain.code]);
  assert.deepEqual(await codesOf(here, { state: "closed" }), []);
  assert.deepEqual(await codesOf(here, { state: "voided" }), gone.map(({ code }) => code).sort());
});

test("the cases that nobody has are found", async () => {
  const here = await givenHere();
  await storedCase(here);
  const nobodys = await storedCase(here, { kind: "case-assigned", from: here.worker, to: null });
  assert.deepEqual(await codesOf(here, { unassigned: true }), [nobodys.code]);
});

test("caseloads count open cases of the unit that the manager may see", async () => {
  const here = await givenHere();
  await storedCase(here);
  await storedCase(here, sharing(here.other, here.samir));
  await storedCase(here, { kind: "case-assigned", from: here.worker, to: null });
  const restricted = await storedCase(here, readBy(here.worker));
  for (const change of [closing, voiding]) await storedCase(here, change);
  const loads = (viewer: AccountId, unit = here.unit) =>
    store.within(here.code, (tx) => tx.cases.caseloads(unit, viewer));
  assert.deepEqual(
    await loads(here.samir),
    new Map([
      [here.worker, 2],
      [null, 1],
    ]),
  );
  assert.equal((await loads(here.worker)).get(here.worker), 3);
  // Of a shared case the owner alone decides who has it.
  assert.deepEqual(await loads(here.samir, here.other), new Map());

  const open = await store.within(here.code, async (tx) => ({
    readers: await tx.cases.openForUpdate(here.unit, here.worker, here.worker),
    others: await tx.cases.openForUpdate(here.unit, here.worker, here.samir),
  }));
  assert.equal(open.others.length, 2);
  assert.ok(!open.others.some(({ id }) => id === restricted.id));
  assert.equal(open.readers.length, 3);
});

test("counted once: shared, transferred or restricted, a case is its owner's; voided, nobody's", async () => {
  const here = await givenHere();
  const counted = [
    await storedCase(here),
    await storedCase(here, sharing(here.other, here.samir)),
    await storedCase(here, readBy(here.worker)),
  ];
  const moving: Change = { kind: "case-transferred", from: here.unit, to: here.other };
  const moved = await storedCase(here, moving, {
    kind: "case-assigned",
    from: here.worker,
    to: null,
  });
  await storedCase(here, voiding);
  const streamed = async (units?: readonly UnitId[]) =>
    store.within(here.code, async (tx) => {
      const codes: string[] = [];
      for await (const record of tx.cases.stream(units)) codes.push(record.code);
      return codes.sort();
    });
  assert.deepEqual(await streamed([here.unit]), counted.map(({ code }) => code).sort());
  assert.deepEqual(await streamed([here.other]), [moved.code]);
  assert.deepEqual(await streamed(), [...counted, moved].map(({ code }) => code).sort());
});

test("figures are counted anew when one case leaves the unit and another comes", async () => {
  const here = await givenHere();
  const there = { ...here, unit: here.other };
  const [leaving, coming] = [await storedCase(here), await storedCase(there)];
  const stampOf = () => store.within(here.code, (tx) => tx.cases.stamp(here.unit));
  const stampBefore = await stampOf();
  const later = "2026-03-13T08:00:00.000Z" as typeof exampleInstant;
  for (const [record, to] of [
    [leaving, here.other],
    [coming, here.unit],
  ] as const) {
    const moving: Change = { kind: "case-transferred", from: record.unit, to };
    const next = reviseExample(record, [moving], later);
    await store.within(here.code, (tx) =>
      tx.cases.save(next.record, next.revision, { birthYear: null }),
    );
  }
  assert.notEqual(await stampOf(), stampBefore);
});

async function answeredCase(here: Here): Promise<CaseRecord> {
  const on = isoDate("2026-03-12");
  const from = { kind: "not-yet-offered" } as const;
  const to = { kind: "answered", on } as const;
  const record = await storedCase(here, { kind: "survey-changed", from, to });
  const answers = { V26: { kind: "codes", codes: [1] } } as const;
  await store.within(here.code, (tx) =>
    tx.surveyAnswers.insert({
      id: randomId(strongRandomness),
      case: record.id,
      unit: record.unit,
      response: { mode: "paper", answeredOn: on, answers },
    }),
  );
  return record;
}

test("a voided case's sealed answers stay in the unit's picture and leave the next delivery", async () => {
  const here = await givenHere();
  const cases = [await answeredCase(here), await answeredCase(here)];
  const [kept, gone] = cases as [CaseRecord, CaseRecord];
  const next = reviseExample(gone, [voiding]);
  const { counted, delivered } = await store.within(here.code, async (tx) => {
    await tx.cases.save(next.record, next.revision, { birthYear: null });
    return {
      counted: await tx.surveyAnswers.forCounting(here.unit, [kept.codebook]),
      delivered: await tx.surveyAnswers.forDelivery(),
    };
  });
  assert.deepEqual(
    counted.map(({ caseId }) => caseId),
    cases.map(({ id }) => id),
  );
  assert.deepEqual([...delivered.keys()], [kept.id]);
  const back = reviseExample(next.record, [{ kind: "case-restored" }]);
  const restored = await store.within(here.code, async (tx) => {
    await tx.cases.save(back.record, back.revision, { birthYear: null });
    return tx.surveyAnswers.forDelivery();
  });
  assert.equal(restored.size, 2);
});

test("a transferred case's sealed answers stay with the unit they arrived in", async () => {
  const here = await givenHere();
  const record = await answeredCase(here);
  const moving: Change = { kind: "case-transferred", from: here.unit, to: here.other };
  const next = reviseExample(record, [moving]);
  const [stayed, followed] = await store.within(here.code, async (tx) => {
    await tx.cases.save(next.record, next.revision, { birthYear: null });
    return [
      await tx.surveyAnswers.forCounting(here.unit, [record.codebook]),
      await tx.surveyAnswers.forCounting(here.other, [record.codebook]),
    ] as const;
  });
  assert.deepEqual([stayed.length, followed.length], [1, 0]);
});

test("notices reach the managers of both units; a restricted case's its readers, a voided one's all", async () => {
  const here = await givenHere();
  const shared = await storedCase(here, sharing(here.other, null));
  const restricted = await storedCase(here, readBy(here.worker));
  const gone = await storedCase(here, voiding);
  const noticed = (units: readonly UnitId[] | undefined, viewer: AccountId | undefined) =>
    store.within(here.code, async (tx) => {
      const notices = await tx.accessReasons.notices(10, units, viewer);
      return notices.map(({ caseCode }) => caseCode).sort();
    });
  await store.within(here.code, async (tx) => {
    for (const record of [shared, restricted, gone]) {
      await tx.accessReasons.insert({
        id: randomId(strongRandomness),
        account: here.samir,
        case: record.id,
        reason: "Vikarierar för Maria",
        at: exampleInstant,
        until: exampleInstant,
      });
    }
  });
  const all = [shared, restricted, gone].map(({ code }) => code).sort();
  const others = [shared, gone].map(({ code }) => code).sort();
  assert.deepEqual(await noticed([here.unit], here.worker), all);
  assert.deepEqual(await noticed([here.unit], here.samir), others);
  assert.deepEqual(await noticed(undefined, undefined), others);
  assert.deepEqual(await noticed([here.other], here.samir), [shared.code]);
});
