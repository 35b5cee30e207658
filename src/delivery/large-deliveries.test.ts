import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "./delivery-format.ts";
import { type DeliveryFile, readDelivery } from "./read-delivery.ts";
import {
  codebook,
  deliveredLines,
  faultsIn,
  fileOf,
  plausibleCases,
  sealed,
} from "./testing/delivered.ts";

const [heading = "", ...rows] = (await deliveredLines(plausibleCases(3))).slice(0, -1);

test("a gigabyte is refused unread, and a file that grows while it is read as well", async () => {
  const unread: DeliveryFile = {
    name: "large.jsonl",
    bytes: 1e9,
    open: () => assert.fail("it must not be opened"),
  };
  assert.deepEqual(await faultsIn(unread), ["delivery-too-large"]);

  let given = 0;
  const piece = Buffer.from(`${rows[0]}\n`.repeat(2000));
  const growing: DeliveryFile = {
    name: "growing.jsonl",
    bytes: 100,
    async *open() {
      yield Buffer.from(`${heading}\n`);
      for (;;) {
        given += piece.length;
        yield piece;
      }
    },
  };
  const faults = await faultsIn(growing);
  assert.equal(faults[0], "delivery-too-large");
  assert.ok(given < limits.bytes + 2 * piece.length);
});

test("a line without end is refused after 64 kB", async () => {
  let given = 0;
  const endless: DeliveryFile = {
    name: "endless.jsonl",
    bytes: 200,
    async *open() {
      yield Buffer.from(`${heading}\n`);
      for (;;) {
        given += 1000;
        yield Buffer.alloc(1000, "[");
      }
    },
  };
  assert.deepEqual(await faultsIn(endless), ["delivery-line-too-long 2"]);
  assert.ok(given <= limits.lineBytes + 1000);
  const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
  assert.deepEqual(await faultsIn(sealed([heading, deep])), ["delivery-row-malformed 2 {…}"]);
});

test("a delivery of very many cases can be gone through more than once", async () => {
  const row = rows[0] ?? "";
  const enough = Math.ceil((limits.parsedBytes * 1.1) / row.length);
  const many = Array.from({ length: enough }, (_, index) =>
    row.replace(/[0-9a-f]{32}/, index.toString(16).padStart(32, "0")),
  );
  const content = sealed([heading, ...many]);
  const outcome = await readDelivery(fileOf(content, { piece: 65_536 }), [codebook]);
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  const first = outcome.value.cases[Symbol.iterator]().next().value;
  let last = first;
  let count = 0;
  for (const each of outcome.value.cases) {
    last = each;
    count++;
  }
  assert.equal(count, enough);
  assert.deepEqual(last, first);
});
