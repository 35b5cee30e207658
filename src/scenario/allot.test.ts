import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allot, allotKinds } from "./allot.ts";

const weights = fc
  .array(fc.nat(1000), { minLength: 1, maxLength: 20 })
  .filter((each) => each.some((weight) => weight > 0));

test("the parts are whole numbers, sum to the total and differ by less than one from their due", () => {
  fc.assert(
    fc.property(fc.nat(100_000), weights, (total, shares) => {
      const whole = shares.reduce((sum, weight) => sum + weight, 0);
      const parts = allot(total, shares);
      assert.equal(parts.length, shares.length);
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        total,
      );
      for (const [index, part] of parts.entries()) {
        assert.ok(Number.isInteger(part));
        assert.ok(Math.abs(part - (total * (shares[index] ?? 0)) / whole) < 1);
      }
    }),
  );
});

test("what is left over goes to the largest remainders", () => {
  assert.deepEqual(allot(10, [1, 1, 1]), [4, 3, 3]);
  assert.deepEqual(allot(60, [73, 27]), [44, 16]);
  assert.deepEqual(allot(7, [50, 21, 8, 1, 20]), [4, 1, 1, 0, 1]);
  assert.deepEqual(allot(0, [1, 2]), [0, 0]);
  assert.throws(() => allot(1, [0, 0]));
});

test("kinds come in their order, each as often as its share", () => {
  assert.deepEqual(allotKinds(4, { closed: 75, open: 25 }), ["closed", "closed", "closed", "open"]);
});
