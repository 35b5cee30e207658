import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accountId, instant } from "#kernel";
import { exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const view = {
  id: "one",
  name: "Måluppfyllelse efter kön",
  question: { set: "nation", show: "V22" },
  codebook: { id: "su-kvinnofrid-2021", version: "1.2.0" },
  countedFrom: "a".repeat(64),
  at: exampleInstant,
} as const;

test("a view is kept as it was saved, the latest first, until its owner takes it away", async () => {
  const { code, worker: account } = await registerExample(store, "9001");
  const later = {
    ...view,
    id: "two",
    name: "<b>Senare</b>",
    at: instant("2026-04-01T09:00:00.000Z"),
  };
  await store.within(code, async ({ savedViews }) => {
    await savedViews.insert({ ...view, account });
    await savedViews.insert({ ...later, account });
    assert.deepEqual(await savedViews.list(account), [
      { ...later, account },
      { ...view, account },
    ]);
    assert.equal(await savedViews.remove(account, "one"), true);
    assert.equal(await savedViews.remove(account, "one"), false);
    assert.equal((await savedViews.list(account)).length, 1);
  });
});

test("nobody sees or takes away another person's view, in the same municipality or another", async () => {
  const { code, worker } = await registerExample(store, "9003");
  const other = await registerExample(store, "9002");
  await store.within(code, ({ savedViews }) => savedViews.insert({ ...view, account: worker }));
  const colleague = accountId("colleague");
  await store.within(code, async ({ savedViews }) => {
    assert.deepEqual(await savedViews.list(colleague), []);
    assert.equal(await savedViews.remove(colleague, "one"), false);
  });
  await store.within(other.code, async ({ savedViews }) => {
    assert.deepEqual(await savedViews.list(worker), []);
    assert.equal(await savedViews.remove(worker, "one"), false);
  });
});
