import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkGate } from "./work-gate.ts";

/** Work that ends when it is told to. */
function heavy() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

test("two work at once, those who are known go before strangers, and a full line turns away", async () => {
  const gate = createWorkGate();
  const first = [heavy(), heavy()];
  const working = first.map(({ work }) => gate.enter(false, work));
  const order: string[] = [];
  const waiting = Array.from({ length: 30 }, (_, index) =>
    gate.enter(false, async () => order.push(`stranger ${index}`)),
  );
  assert.equal(await gate.enter(false, async () => "no room"), undefined);
  const worker = gate.enter(true, async () => order.push("worker"));
  assert.deepEqual(order, [], "nobody has begun");
  for (const { end } of first) end();
  await Promise.all([...working, ...waiting, worker]);
  assert.equal(order[0], "worker");
  assert.deepEqual(order.slice(1, 3), ["stranger 0", "stranger 1"]);
  assert.equal(order.length, 31);
});

test("work that fails leaves its place to the next", async () => {
  const gate = createWorkGate();
  for (let again = 0; again < 5; again++) {
    await assert.rejects(
      gate.enter(false, () => Promise.reject(new Error("out of memory"))),
      /out of memory/,
    );
  }
  assert.equal(await gate.enter(false, async () => "done"), "done");
});
