import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate, municipalityCode } from "#kernel";
import { exampleAction, exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const later = instant("2026-04-01T09:00:00.000Z");

test("an action is written, and written over by whoever read it last", async () => {
  const { code, worker: by } = await registerExample(store, "9001");
  const action = { ...exampleAction, by, at: exampleInstant };
  await store.within(code, async ({ actions }) => {
    assert.deepEqual(await actions.save(action), { kind: "saved" });
    assert.deepEqual(await actions.list(), [action]);
    const next = {
      ...action,
      revision: 2,
      about: null,
      dueOn: null,
      state: "done",
      outcome: "Nu frågas alla.",
      isShared: false,
      at: later,
    } as const;
    assert.deepEqual(await actions.save(next), { kind: "saved" });
    assert.deepEqual(await actions.list(), [next]);
    for (const late of [action, { ...next, outcome: "Något annat." }, { ...next, revision: 4 }]) {
      assert.deepEqual(await actions.save(late), { kind: "changed" });
    }
    assert.deepEqual(await actions.list(), [next]);
  });
});

test("actions stand by the day that they are to be done, those without a day last", async () => {
  const { code, worker: by } = await registerExample(store, "9002");
  await store.within(code, async ({ actions }) => {
    for (const [id, dueOn] of [
      ["some-day", null],
      ["in-june", isoDate("2027-06-01")],
      ["b-in-march", isoDate("2027-03-01")],
      ["a-in-march", isoDate("2027-03-01")],
    ] as const) {
      await actions.save({ ...exampleAction, id, dueOn, by, at: exampleInstant });
    }
    assert.deepEqual(
      (await actions.list()).map(({ id }) => id),
      ["a-in-march", "b-in-march", "in-june", "some-day"],
    );
  });
});

test("an action is removed once, and is nobody else's to remove or to change", async () => {
  const [one, other] = [await registerExample(store, "9003"), await registerExample(store, "9004")];
  const action = { ...exampleAction, by: one.worker, at: exampleInstant };
  await store.within(one.code, ({ actions }) => actions.save(action));
  await store.within(other.code, async ({ actions }) => {
    assert.deepEqual(await actions.list(), []);
    const changed = { ...action, revision: 2, by: other.worker };
    assert.deepEqual(await actions.save(changed), { kind: "changed" });
    assert.equal(await actions.remove(action.id), false);
  });
  await store.within(one.code, async ({ actions }) => {
    assert.deepEqual(await actions.list(), [action]);
    assert.equal(await actions.remove(action.id), true);
    assert.equal(await actions.remove(action.id), false);
    // And can be put back as it was.
    assert.deepEqual(await actions.save(action), { kind: "saved" });
  });
});

test("what a participant shares now stands instead of what it shared before", async () => {
  const { code, worker: by } = await registerExample(store, "9005");
  const [one, other] = [municipalityCode("9010"), municipalityCode("9011")];
  await store.within(code, async ({ rounds, sharedActions }) => {
    for (const id of ["2026", "2027"]) {
      await rounds.insert({ id, invitation: {}, by, at: exampleInstant });
    }
    const shared = (id: string) => ({ id, content: { intention: id, about: null } });
    await sharedActions.replace("2026", other, [shared("a")], exampleInstant);
    await sharedActions.replace("2026", one, [shared("b"), shared("a")], exampleInstant);
    await sharedActions.replace("2027", one, [shared("a")], exampleInstant);
    const listed = async () =>
      (await sharedActions.list("2026")).map(({ participant, content, at }) => [
        participant,
        content,
        at,
      ]);
    assert.deepEqual(await listed(), [
      [one, shared("a").content, exampleInstant],
      [one, shared("b").content, exampleInstant],
      [other, shared("a").content, exampleInstant],
    ]);
    await sharedActions.replace("2026", one, [shared("b")], later);
    await sharedActions.replace("2026", other, [], later);
    assert.deepEqual(await listed(), [[one, shared("b").content, later]]);
    assert.equal((await sharedActions.list("2027")).length, 1);
  });
});
