import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addHours, instant } from "#kernel";
import { type ExampleMunicipality, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

const morning = instant("2026-03-12T08:00:00Z");
const way = { passwordHash: "argon2id$…", codeSealed: "sealed", codeLastStep: 7 };

let store: TestStore;
let here: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
});
after(() => store.close());

test("a password and the seed of its codes come and go together", async () => {
  const found = await store.within(here.code, async (tx) => {
    const before = await tx.passwordWays.find(here.worker);
    await tx.passwordWays.save(here.worker, way);
    const saved = await tx.passwordWays.find(here.worker);
    await tx.passwordWays.changePassword(here.worker, "argon2id$new");
    const changed = await tx.passwordWays.find(here.worker);
    await tx.people.removePassword(here.worker);
    return [before, saved, changed, await tx.passwordWays.find(here.worker)];
  });
  assert.deepEqual(found, [undefined, way, { ...way, passwordHash: "argon2id$new" }, undefined]);
  await assert.rejects(
    store.within(here.code, (tx) => tx.passwordWays.changePassword(here.worker, "alone")),
    { code: "23514" },
  );
});

test("of many who use the same step at the same moment one does, and an earlier one nobody", async () => {
  await store.within(here.code, (tx) => tx.passwordWays.save(here.worker, way));
  const take = (step: number) =>
    store.within(here.code, (tx) => tx.passwordWays.takeStep(here.worker, step));
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(9)));
  assert.deepEqual(
    taken.filter((isTaken) => isTaken),
    [true],
  );
  assert.deepEqual([await take(8), await take(9), await take(10)], [false, false, true]);
});

test("ending all her sessions forgets her browsers", async () => {
  const from = await store.within(here.code, async (tx) => {
    const before = await tx.passwordWays.knownDevicesFrom(here.worker);
    await tx.sessions.revokeAllOf(here.worker, morning);
    return [before, await tx.passwordWays.knownDevicesFrom(here.worker)];
  });
  assert.deepEqual(from, [null, morning]);
});

test("counts that are a day old are taken away", async () => {
  const kept = await store.within(here.code, async (tx) => {
    const { recordFailure, removeBefore, find, hold } = tx.signInAttempts;
    await recordFailure("device", "old", morning);
    await recordFailure("device", "new", addHours(morning, 1));
    await removeBefore(addHours(morning, 1));
    const found = [await find("device", "old"), await find("device", "new")];
    return [...found, await hold("device", "first", morning)];
  });
  assert.deepEqual(kept, [
    undefined,
    { failures: 1, lastFailureAt: addHours(morning, 1) },
    { failures: 0, lastFailureAt: morning },
  ]);
});
