import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant } from "#kernel";
import { exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

test("a publication is never written over, and the latest stands first", async () => {
  const { code, worker: by } = await registerExample(store, "9001");
  const first = {
    round: "2026",
    publication: 1,
    isInterim: true,
    folder: "releases/2026-1",
    sha256: "a".repeat(64),
    verdict: "Ingen siffra gick att räkna ut.",
    by,
    at: exampleInstant,
  };
  const second = { ...first, publication: 2, isInterim: false };
  const returned = { ...second, by: null, round: "2027" };
  const later = instant("2026-04-01T09:00:00.000Z");
  await store.within(code, async ({ publishedReleases }) => {
    assert.deepEqual(await publishedReleases.insert(first), { kind: "saved" });
    const other = { ...first, sha256: "b".repeat(64) };
    assert.deepEqual(await publishedReleases.insert(other), { kind: "taken" });
    await publishedReleases.insert({ ...returned, at: later });
    await publishedReleases.insert(second);
    assert.deepEqual(await publishedReleases.list(), [{ ...returned, at: later }, second, first]);
  });
  const neighbour = await registerExample(store, "9002");
  await store.within(neighbour.code, async ({ publishedReleases }) => {
    assert.deepEqual(await publishedReleases.list(), []);
  });
});
