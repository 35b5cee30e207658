import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mcnemar } from "./mcnemar.ts";
import { assertNear } from "./testing/near.ts";

test("150 against 86 has the published statistic and p", () => {
  const found = mcnemar(150, 86);
  assert.equal(found.chiSquared.toFixed(3), "17.356");
  assert.equal(found.exact.toExponential(3), "3.716e-5");
});

test("1 against 8 has the published p, exact and mid", () => {
  const found = mcnemar(1, 8);
  assertNear(found.exact, 0.0390625, 1e-12);
  assertNear(found.midP, 0.021484375, 1e-12);
});

/** How many of the 2ⁿ ways have at most `most` changes one way, in whole numbers. */
function waysUpTo(most: number, n: number): bigint {
  let ways = 1n;
  let sum = 1n;
  for (let k = 1; k <= most; k += 1) {
    ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    sum += ways;
  }
  return sum;
}

const changes = fc.integer({ min: 0, max: 300 });

test("both p agree with counting the ways in whole numbers", () => {
  fc.assert(
    fc.property(changes, changes, (b, c) => {
      const n = b + c;
      const fewer = Math.min(b, c);
      const upTo = waysUpTo(fewer, n);
      const just = upTo - (fewer === 0 ? 0n : waysUpTo(fewer - 1, n));
      const found = mcnemar(b, c);
      assertNear(found.exact, Math.min(1, Number(2n * upTo) / 2 ** n), 1e-11);
      assertNear(found.midP, n === 0 ? 1 : Number(2n * upTo - just) / 2 ** n, 1e-11);
      // Pearson's form: both were expected to be half of those that changed.
      const expected = n / 2;
      const pearson = ((b - expected) ** 2 + (c - expected) ** 2) / (expected || 1);
      assertNear(found.chiSquared, pearson, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

test("the direction does not matter, mid-P is below the exact p, and as many both ways is no sign", () => {
  fc.assert(
    fc.property(changes, changes, (b, c) => {
      const { exact, midP } = mcnemar(b, c);
      assert.deepEqual(mcnemar(c, b), mcnemar(b, c));
      assert.ok(0 < midP && midP <= exact + 1e-12 && exact <= 1);
    }),
  );
  for (const b of [1, 5, 200]) {
    assert.equal(mcnemar(b, b).exact, 1);
    assertNear(mcnemar(b, b).midP, 1, 1e-12);
  }
  assert.deepEqual(mcnemar(0, 0), { chiSquared: 0, exact: 1, midP: 1 });
});

test("what is no number of cases is refused", () => {
  for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => mcnemar(bad, 1), /no number of cases/);
    assert.throws(() => mcnemar(1, bad), /no number of cases/);
  }
});
