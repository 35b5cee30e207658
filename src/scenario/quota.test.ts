import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Counts, countsOf, entriesOf, less, withinLeft } from "./quota.ts";

const sum = (counts: Counts) => entriesOf(counts).reduce((whole, [, count]) => whole + count, 0);
const counts = fc
  .array(fc.nat(40), { minLength: 1, maxLength: 6 })
  .map((each): Counts => Object.fromEntries(each.map((count, index) => [index + 1, count])));

test("the sum of each list is met before its codes", () => {
  const told = countsOf(7, [
    { 1: 28.5, 2: 28.5 },
    { 3: 14.4, 4: 14.3, 99: 14.3 },
  ]);
  assert.equal((told[1] ?? 0) + (told[2] ?? 0), 4);
  assert.equal(sum(told), 7);
});

test("nobody takes more than is left, and what is lacking is made up for", () => {
  fc.assert(
    fc.property(counts, fc.nat(), (left, seed) => {
      const size = sum(left) === 0 ? 0 : seed % (sum(left) + 1);
      const given = withinLeft({ 1: size }, left);
      assert.equal(sum(given), size);
      for (const [, rest] of entriesOf(less(left, given))) assert.ok(rest >= 0);
    }),
  );
});
