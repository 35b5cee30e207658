import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { problemSentence } from "#kernel";
import { readDelivery } from "./read-delivery.ts";
import {
  codebook,
  deliveredLines,
  fileOf,
  plausibleCases,
  sealed,
  textOf,
} from "./testing/delivered.ts";

const lines = await deliveredLines(plausibleCases(3));
const whole = Buffer.from(textOf(lines));

/** Refused with at least one problem, each a sentence that names the file in both languages. */
async function assertRefused(content: Uint8Array, piece: number): Promise<void> {
  const outcome = await readDelivery(fileOf(content, { name: "leverans.jsonl", piece }), [
    codebook,
  ]);
  assert.equal(outcome.kind, "refused");
  assert.ok(outcome.problems.length > 0 && outcome.problems.length < 30);
  for (const found of outcome.problems) {
    for (const language of ["sv", "en"] as const) {
      assert.match(problemSentence(found, language), /^leverans\.jsonl.*\.$/);
    }
  }
}

const piece = fc.integer({ min: 1, max: 5000 });

test("any flipped byte is refused, in heading, cases and end", async () => {
  const flip = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), piece);
  await fc.assert(
    fc.asyncProperty(flip, async ([at, mask, size]) => {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ mask;
      await assertRefused(flipped, size);
    }),
    { numRuns: 3000 },
  );
});

test("any bytes at all get a clear answer", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), piece, assertRefused), {
    numRuns: 500,
  });
});

test("pieces cut out, doubled or moved are refused", async () => {
  const places = fc.array(fc.nat(whole.length), { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(places, piece, async (drawn, size) => {
      const [a = 0, b = 0, c = 0] = drawn.toSorted((one, other) => one - other);
      const changed = [
        [whole.subarray(0, a), whole.subarray(b)],
        [whole.subarray(0, b), whole.subarray(a)],
        [whole.subarray(0, a), whole.subarray(b, c), whole.subarray(a, b), whole.subarray(c)],
      ].map((parts) => Buffer.concat(parts));
      for (const content of changed) {
        if (!content.equals(whole)) await assertRefused(content, size);
      }
    }),
    { numRuns: 500 },
  );
});

test("any JSON for a case, with an end that fits it, gets a clear answer or is a case", async () => {
  const [heading = "", row = ""] = lines;
  const names = ["id", "answers", "items", "counts", "begun", "started", "V01", "V07", "__proto__"];
  const key = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 }));
  const strange = fc.letrec<{ readonly value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, 1, 2, -1, 1.5, 1e308, "2023Q1", "", "during", "toString"),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 5 }),
    ),
  })).value;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, strange, { maxKeys: 4 }), piece, async (change, size) => {
      const told = JSON.stringify({ ...JSON.parse(row), ...change });
      const content = sealed([heading, told]);
      const outcome = await readDelivery(fileOf(content, { piece: size }), [codebook]);
      if (outcome.kind === "refused") await assertRefused(Buffer.from(content), size);
      else assert.equal([...outcome.value.cases].length, 1);
    }),
    { numRuns: 2000 },
  );
});
