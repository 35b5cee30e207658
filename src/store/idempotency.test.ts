import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type AccountId, instant } from "#kernel";
import { type ExampleMunicipality, exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let here: ExampleMunicipality;
let account: AccountId;

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
  account = here.worker;
});
after(() => store.close());

const request = "a".repeat(64);
const otherRequest = "b".repeat(64);

test("a request that comes twice gets the first answer again", async () => {
  const claimed = { account, key: "twice" };
  const first = await store.within(here.code, async (tx) => {
    const claim = await tx.idempotency.claim(claimed, request, exampleInstant);
    await tx.idempotency.settle(claimed, { revision: 7 });
    return claim;
  });
  const again = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, request, exampleInstant),
  );
  assert.deepEqual(
    [first, again],
    [{ kind: "new" }, { kind: "repeat", response: { revision: 7 } }],
  );
});

test("a key that was used for another request is a conflict", async () => {
  const claimed = { account, key: "reused" };
  await store.within(here.code, (tx) => tx.idempotency.claim(claimed, request, exampleInstant));
  const other = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, otherRequest, exampleInstant),
  );
  assert.deepEqual(other, { kind: "conflict" });
});

test("of ten identical requests at once, one takes effect and nine get its answer", async () => {
  const claimed = { account, key: "at-once" };
  let effects = 0;
  const claims = await Promise.all(
    Array.from({ length: 10 }, () =>
      store.within(here.code, async (tx) => {
        const claim = await tx.idempotency.claim(claimed, request, exampleInstant);
        if (claim.kind === "new") {
          effects += 1;
          await tx.idempotency.settle(claimed, { effect: effects });
        }
        return claim;
      }),
    ),
  );
  const repeats = claims.filter((claim) => claim.kind === "repeat");
  assert.equal(effects, 1);
  assert.deepEqual(
    repeats.map(({ response }) => response),
    Array.from({ length: 9 }, () => ({ effect: 1 })),
  );
});

test("a request that failed leaves its key free", async () => {
  const claimed = { account, key: "failed" };
  const failing = store.within(here.code, async (tx) => {
    await tx.idempotency.claim(claimed, request, exampleInstant);
    throw new Error("no");
  });
  await assert.rejects(failing);
  const again = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, request, exampleInstant),
  );
  assert.deepEqual(again, { kind: "new" });
});

test("old keys are removed", async () => {
  const claimed = { account, key: "old" };
  const claim = await store.within(here.code, async (tx) => {
    await tx.idempotency.claim(claimed, request, instant("2026-03-01T00:00:00Z"));
    await tx.idempotency.removeBefore(instant("2026-03-02T00:00:00Z"));
    return tx.idempotency.claim(claimed, request, exampleInstant);
  });
  assert.deepEqual(claim, { kind: "new" });
});
