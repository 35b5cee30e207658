import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { caseId, instant, municipalityCode, unitId } from "#kernel";
import { registerExample, startExampleCase } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

test("who takes part is known without any municipality being set, counties and the nation too", async () => {
  await registerExample(store, "9001");
  await store.within(municipalityCode("0000"), (tx) =>
    tx.municipality.register({ kind: "nation", name: "Riket", county: null }),
  );
  await store.within(municipalityCode("0023"), (tx) =>
    tx.municipality.register({ kind: "county", name: "Jämtlands län", county: "23" }),
  );
  assert.deepEqual(await store.municipalities(), [
    { code: "0000", kind: "nation", name: "Riket", county: null },
    { code: "0023", kind: "county", name: "Jämtlands län", county: "23" },
    { code: "9001", kind: "municipality", name: "Kommun 9001", county: "90" },
  ]);
});

test("a municipality is renamed by registering it again, and has one contact", async () => {
  const { code } = await registerExample(store, "9002");
  const found = await store.within(code, async (tx) => {
    const before = await tx.municipality.contact();
    await tx.municipality.setContact("Samordnaren");
    await tx.municipality.setContact("Anna på växeln");
    await tx.municipality.register({ kind: "municipality", name: "Nyköpa", county: "90" });
    return [before, await tx.municipality.contact(), (await tx.municipality.find())?.name];
  });
  assert.deepEqual(found, ["", "Anna på växeln", "Nyköpa"]);
});

test("units are listed and changed", async () => {
  const { code, unit } = await registerExample(store, "9003");
  const second = { id: unitId("second"), name: "Boendet", isOpenToColleagues: false };
  const usual = { kind: "both", serves: [] };
  const found = await store.within(code, async (tx) => {
    await tx.units.insert(second);
    await tx.units.update({ ...second, name: "Skyddade boendet", isOpenToColleagues: true });
    return { list: await tx.units.list(), none: await tx.units.find(unitId("none")) };
  });
  assert.deepEqual(found, {
    list: [
      { id: second.id, name: "Skyddade boendet", isOpenToColleagues: true, ...usual },
      { id: unit, name: "Stödenheten", isOpenToColleagues: false, ...usual },
    ],
    none: undefined,
  });
});

test("a reason to open a colleague's case holds until its end, and its manager sees it", async () => {
  const here = await registerExample(store, "9004");
  const { record, first } = startExampleCase(here);
  const given = {
    id: "reason-1",
    account: here.worker,
    case: record.id,
    reason: "Vikarierar för Maria",
    at: instant("2026-03-12T08:00:00Z"),
    until: instant("2026-03-12T16:00:00Z"),
  };
  const found = await store.within(here.code, async (tx) => {
    await tx.cases.insert(record, first, { birthYear: null });
    await tx.accessReasons.insert(given);
    const { hasValid, notices } = tx.accessReasons;
    return {
      during: await hasValid(here.worker, record.id, instant("2026-03-12T15:59:59Z")),
      after: await hasValid(here.worker, record.id, given.until),
      otherCase: await hasValid(here.worker, caseId("other"), given.at),
      all: await notices(10),
      otherUnits: await notices(10, [unitId("other")]),
    };
  });
  const { at, account, reason } = given;
  const notice = { at, account, caseCode: record.code, unit: here.unit, reason };
  assert.deepEqual(found, {
    during: true,
    after: false,
    otherCase: false,
    all: [notice],
    otherUnits: [],
  });
});
