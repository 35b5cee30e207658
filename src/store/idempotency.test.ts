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

test("a request that comes twice is told what the first one was about", async () => {
  const claimed = { account, key: "twice" };
  const first = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, request, "M-7F3K-2", exampleInstant),
  );
  const again = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, request, "M-7F3K-2", exampleInstant),
  );
  assert.deepEqual([first, again], [{ kind: "new" }, { kind: "repeat", subject: "M-7F3K-2" }]);
});

test("a key that was used for another request is a conflict", async () => {
  const claimed = { account, key: "reused" };
  await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, request, "M-7F3K-2", exampleInstant),
  );
  const other = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, otherRequest, "M-7F3K-2", exampleInstant),
  );
  assert.deepEqual(other, { kind: "conflict" });
});

test("of ten identical requests at once, one takes effect and nine are told what it was about", async () => {
  const claimed = { account, key: "at-once" };
  const effects: string[] = [];
  const claims = await Promise.all(
    Array.from({ length: 10 }, (_, attempt) =>
      store.within(here.code, async (tx) => {
        const subject = `attempt ${attempt}`;
        const claim = await tx.idempotency.claim(claimed, request, subject, exampleInstant);
        if (claim.kind === "new") effects.push(subject);
        return claim;
      }),
    ),
  );
  const repeats = claims.filter((claim) => claim.kind === "repeat");
  assert.equal(effects.length, 1);
  assert.deepEqual(
    repeats.map(({ subject }) => subject),
    Array.from({ length: 9 }, () => effects[0]),
  );
});

test("a request that failed leaves its key free", async () => {
  const claimed = { account, key: "failed" };
  const failing = store.within(here.code, async (tx) => {
    await tx.idempotency.claim(claimed, request, "M-7F3K-2", exampleInstant);
    throw new Error("no");
  });
  await assert.rejects(failing);
  const again = await store.within(here.code, (tx) =>
    tx.idempotency.claim(claimed, request, "M-7F3K-2", exampleInstant),
  );
  assert.deepEqual(again, { kind: "new" });
});

test("old keys are removed", async () => {
  const claimed = { account, key: "old" };
  const claim = await store.within(here.code, async (tx) => {
    await tx.idempotency.claim(claimed, request, "M-7F3K-2", instant("2026-03-01T00:00:00Z"));
    await tx.idempotency.removeBefore(instant("2026-03-02T00:00:00Z"));
    return tx.idempotency.claim(claimed, request, "M-7F3K-2", exampleInstant);
  });
  assert.deepEqual(claim, { kind: "new" });
});
