import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, isoDate } from "#kernel";
import { exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const later = instant("2026-04-01T09:00:00.000Z");
const decision = {
  round: "2026",
  invitation: { receiver: { name: "Riket" }, interimDays: [] },
  level: "rows",
  decidedBy: "socialchef",
  decidedOn: isoDate("2026-02-28"),
  reference: "SN 2026/114",
} as const;

test("an agreement is entered once, and what it let leave is there to be read", async () => {
  const { code, worker: by } = await registerExample(store, "9001");
  const agreement = { ...decision, by, at: exampleInstant };
  await store.within(code, async ({ agreements }) => {
    assert.equal(await agreements.find("2026"), undefined);
    assert.deepEqual(await agreements.insert(agreement), { kind: "saved" });
    const other = { ...agreement, level: "counts", reference: "SN 2" } as const;
    assert.deepEqual(await agreements.insert(other), { kind: "taken" });
    assert.deepEqual(await agreements.find("2026"), { ...agreement, endedAt: null });
    await agreements.insert({ ...other, round: "2027", at: later });
    assert.deepEqual(
      (await agreements.list()).map(({ round }) => round),
      ["2027", "2026"],
    );
  });
});

test("an agreement is limited, ended and taken up again, each without the other", async () => {
  const { code, worker: by } = await registerExample(store, "9002");
  const agreement = { ...decision, by, at: exampleInstant };
  await store.within(code, async ({ agreements }) => {
    await agreements.insert(agreement);
    await agreements.insert({ ...agreement, round: "2027" });
    await agreements.change("2026", { level: "counts" });
    const limited = { ...agreement, level: "counts" };
    assert.deepEqual(await agreements.find("2026"), { ...limited, endedAt: null });
    await agreements.change("2026", { endedAt: later });
    assert.deepEqual(await agreements.find("2026"), { ...limited, endedAt: later });
    await agreements.change("2026", { endedAt: null });
    assert.deepEqual(await agreements.find("2026"), { ...limited, endedAt: null });
    assert.deepEqual(await agreements.find("2027"), {
      ...agreement,
      round: "2027",
      endedAt: null,
    });
  });
});

test("a change of nothing changes nothing", async () => {
  const { code, worker: by } = await registerExample(store, "9003");
  const agreement = { ...decision, by, at: exampleInstant };
  await store.within(code, async ({ agreements }) => {
    await agreements.insert(agreement);
    await agreements.change("2026", {});
    assert.deepEqual(await agreements.find("2026"), { ...agreement, endedAt: null });
  });
});

test("nobody sees another municipality's agreement", async () => {
  const other = await registerExample(store, "9004");
  await store.within(other.code, async ({ agreements }) => {
    assert.deepEqual(await agreements.list(), []);
    assert.equal(await agreements.find("2026"), undefined);
  });
});
