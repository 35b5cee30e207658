import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays, type IsoDate, isoDate } from "#kernel";
import type { CaseRecord } from "#registration";
import {
  type ExampleMunicipality,
  exampleInstant,
  registerExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let example: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  example = await registerExample(store, "9001");
});
after(() => store.close());

const day = isoDate("2026-03-12");

async function givenCase(birthYear: number | null, startedOn: IsoDate, more: object = {}) {
  const { record, first } = startExampleCase(example);
  const stored: CaseRecord = { ...record, startedOn, ...more };
  await store.within(example.code, (tx) => tx.cases.insert(stored, first, { birthYear }));
  return stored;
}

test("cases with the same birth year and starts near each other are found, and no others", async () => {
  const one = await givenCase(1988, day);
  const other = await givenCase(1988, addDays(day, 45));
  await givenCase(1988, addDays(day, 91));
  await givenCase(1988, addDays(day, 10), { isAnonymous: true });
  const voided = { revision: 1, by: example.worker, at: exampleInstant };
  await givenCase(1988, addDays(day, 10), { voided });
  await givenCase(1990, day);
  await givenCase(null, day);
  await givenCase(null, day);
  await store.within(example.code, async (tx) => {
    const among = await tx.lookAlikes.among(example.unit);
    assert.deepEqual(among.map(({ id }) => id).toSorted(), [one.id, other.id].toSorted());
    const near = await tx.lookAlikes.near(one, 1988);
    assert.deepEqual(
      near.map(({ id }) => id),
      [other.id],
    );
  });
});

test("two that are said to be two stay so, whichever is named first, and it is said once", async () => {
  const one = await givenCase(1971, day);
  const other = await givenCase(1971, day);
  const said = { by: example.worker, at: exampleInstant };
  await store.within(example.code, async ({ lookAlikes }) => {
    assert.equal((await lookAlikes.dismissed())(one.id, other.id), false);
    assert.equal(await lookAlikes.dismiss(other.id, one.id, said), true);
    assert.equal(await lookAlikes.dismiss(one.id, other.id, said), false);
    const isDismissed = await lookAlikes.dismissed();
    assert.ok(isDismissed(one.id, other.id) && isDismissed(other.id, one.id));
  });
});
