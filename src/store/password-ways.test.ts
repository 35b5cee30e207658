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
    assert.ok(await tx.passwordWays.changePassword(here.worker, way.passwordHash, "argon2id$new"));
    assert.ok(!(await tx.passwordWays.changePassword(here.worker, way.passwordHash, "late")));
    const changed = await tx.passwordWays.find(here.worker);
    await tx.people.removePassword(here.worker);
    return [before, saved, changed, await tx.passwordWays.find(here.worker)];
  });
  assert.deepEqual(found, [undefined, way, { ...way, passwordHash: "argon2id$new" }, undefined]);
  const alone = await store.within(here.code, (tx) =>
    tx.passwordWays.changePassword(here.worker, "argon2id$new", "alone"),
  );
  assert.ok(!alone, "one that was taken away is not given back");
});

test("of many who use the same step at the same moment one does, and an earlier one nobody", async () => {
  await store.within(here.code, (tx) => tx.passwordWays.save(here.worker, way));
  const take = (step: number) =>
    store.within(here.code, (tx) => tx.passwordWays.takeStep(here.worker, step, way.passwordHash));
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(9)));
  assert.deepEqual(
    taken.filter((isTaken) => isTaken),
    [true],
  );
  assert.deepEqual([await take(8), await take(9), await take(10)], [false, false, true]);
});

test("a step counts for the password that was compared with it, in an account that is open", async () => {
  await store.within(here.code, async (tx) => {
    await tx.passwordWays.save(here.worker, { ...way, passwordHash: "another" });
    assert.ok(!(await tx.passwordWays.takeStep(here.worker, 20, way.passwordHash)));
    await tx.accounts.setDisabled(here.worker, morning);
    assert.ok(!(await tx.passwordWays.takeStep(here.worker, 20, "another")));
    await tx.accounts.setDisabled(here.worker, null);
    assert.ok(await tx.passwordWays.takeStep(here.worker, 20, "another"));
  });
});

test("ending all her sessions forgets her browsers", async () => {
  const from = await store.within(here.code, async (tx) => {
    const before = await tx.passwordWays.knownDevicesFrom(here.worker, morning);
    await tx.sessions.revokeAllOf(here.worker, morning);
    return [before, await tx.passwordWays.knownDevicesFrom(here.worker, morning)];
  });
  assert.deepEqual(from, [null, morning]);
});

test("counts that are a day old are taken away", async () => {
  const kept = await store.within(here.code, async (tx) => {
    const { recordFailure, removeBefore, find, hold } = tx.signInAttempts;
    await recordFailure("device", "old", morning);
    await recordFailure("device", "new", addHours(morning, 1));
    await removeBefore(addHours(morning, 1));
    const later = addHours(morning, 2);
    const found = [await find("device", "old", later), await find("device", "new", later)];
    return [...found, await hold("device", "first", morning)];
  });
  assert.deepEqual(kept, [
    undefined,
    { failures: 1, lastFailureAt: addHours(morning, 1) },
    { failures: 0, lastFailureAt: morning },
  ]);
});

test("what happened in the future, by a clock that was put back, happened now", async () => {
  const later = addHours(morning, 3);
  const found = await store.within(here.code, async (tx) => {
    await tx.sessions.forgetDevicesOf(here.worker, later);
    await tx.signInAttempts.recordFailure("device", "ahead", later);
    const seen = await tx.signInAttempts.find("device", "ahead", morning);
    const held = await tx.signInAttempts.hold("device", "ahead", addHours(morning, 1));
    const from = await tx.passwordWays.knownDevicesFrom(here.worker, morning);
    return [seen?.lastFailureAt, held.lastFailureAt, from];
  });
  assert.deepEqual(found, [morning, morning, morning]);
});

test("of an address a failure is forgotten for each five minutes of peace, and what was right is taken back", async () => {
  const found = await store.within(here.code, async (tx) => {
    const { recordFailure, takeBack, find } = tx.signInAttempts;
    for (let guess = 0; guess < 5; guess++) await recordFailure("address", "many", morning);
    const before = await find("address", "many", morning);
    assert.ok(before);
    const later = addHours(morning, 0.25);
    const recorded = await recordFailure("address", "many", later);
    await takeBack("address", "many", { recorded, before });
    const back = await find("address", "many", later);
    const first = await recordFailure("address", "many", later);
    await recordFailure("address", "many", later);
    await takeBack("address", "many", { recorded: first, before });
    return [recorded, back, await find("address", "many", later)];
  });
  const later = addHours(morning, 0.25);
  assert.deepEqual(found, [
    3,
    { failures: 5, lastFailureAt: morning },
    { failures: 3, lastFailureAt: later },
  ]);
});
