import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accountId, instant, isoDate, unitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { type ExampleMunicipality, registerExample, startExampleCase } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let example: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  example = await registerExample(store, "9001");
  await store.within(example.code, async (tx) => {
    await tx.units.insert({ id: protectedHousing, name: "Boendet", isOpenToColleagues: false });
    await tx.accounts.insert({
      id: berit,
      signInName: "berit",
      displayName: "Berit",
      passwordHash: null,
      createdAt: instant("2026-01-01T08:00:00Z"),
      disabledAt: null,
      grants: [{ role: "caseWorker", unit: protectedHousing }],
    });
  });
});
after(() => store.close());

const protectedHousing = unitId("protectedHousing");
const berit = accountId("berit");

async function givenCase(at: string, more: Partial<CaseRecord> = {}) {
  const { record, first } = startExampleCase(example, instant(at));
  const stored = { ...record, ...more };
  await store.within(example.code, (tx) => tx.cases.insert(stored, first, { birthYear: null }));
  return stored;
}

test("a person works on what is hers, also in the unit that shares it, until nothing is left to ask", async () => {
  const mine = await givenCase("2026-03-01T08:00:00Z");
  const shared = await givenCase("2026-03-02T08:00:00Z", {
    assignee: null,
    sharedWith: { unit: protectedHousing, assignee: berit },
  });
  const unsettled = await givenCase("2026-03-03T08:00:00Z", {
    state: "closed",
    closedOn: isoDate("2026-03-03"),
  });
  await givenCase("2026-03-04T08:00:00Z", {
    state: "closed",
    closedOn: isoDate("2026-03-04"),
    survey: { kind: "not-offered", reason: "not-safe" },
  });
  const on = isoDate("2026-03-04");
  const invited = await givenCase("2026-03-04T09:00:00Z", {
    state: "closed",
    closedOn: on,
    survey: { kind: "offered", on, mode: "own-device" },
  });
  for (const more of [{ mode: "paper" }, { mode: "own-device", unanswered: "no-time" }] as const) {
    const survey = { kind: "offered", on, ...more } as const;
    await givenCase("2026-03-04T10:00:00Z", { state: "closed", closedOn: on, survey });
  }
  const voided = { revision: 1, by: berit, at: instant("2026-03-05T08:00:00Z") };
  await givenCase("2026-03-05T08:00:00Z", { voided });
  await givenCase("2026-03-06T08:00:00Z", { readers: [berit] });

  await store.within(example.code, async ({ caseWork }) => {
    const codesOf = (cases: readonly CaseRecord[]) => cases.map(({ code }) => code);
    const hers = [invited.code, unsettled.code, mine.code];
    assert.deepEqual(codesOf(await caseWork.of(example.worker)), hers);
    assert.deepEqual(codesOf(await caseWork.of(berit)), [shared.code]);
  });
});

test("the unit's latest step is anybody's, and its cases know when they were first registered", async () => {
  const one = await givenCase("2026-05-01T08:00:00Z");
  await store.within(example.code, async ({ caseWork }) => {
    assert.equal(await caseWork.latestStep([example.unit]), one.lastStepAt);
    assert.equal(await caseWork.latestStep([protectedHousing]), null);
    assert.equal((await caseWork.startedAt(example.unit)).get(one.id), one.lastStepAt);
    assert.equal((await caseWork.startedAt(protectedHousing)).size, 0);
  });
});
