import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wilsonInterval } from "./wilson.ts";

const z = 1.959963984540054;

const knownAnswers = [
  { x: 81, n: 263, lower: 0.2553, upper: 0.3662 },
  { x: 15, n: 148, lower: 0.0624, upper: 0.1605 },
  { x: 0, n: 20, lower: 0, upper: 0.1611 },
  { x: 1, n: 29, lower: 0.0061, upper: 0.1718 },
] as const;

for (const { x, n, lower, upper } of knownAnswers) {
  test(`${x} of ${n} has the published Wilson limits`, () => {
    const found = wilsonInterval(x, n).map((limit) => limit.toFixed(4));
    assert.deepEqual(found, [lower.toFixed(4), upper.toFixed(4)]);
  });
}

const shares = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test("each limit is a share whose score test lies exactly on the border", () => {
  // Another road to the same number: the interval is defined by |x/n − p| = z·√(p(1 − p)/n).
  fc.assert(
    fc.property(shares, ([x, n]) => {
      const distance = (p: number) => Math.abs(x / n - p) - z * Math.sqrt((p * (1 - p)) / n);
      const [lower, upper] = wilsonInterval(x, n);
      assert.ok(Math.abs(distance(lower)) < 1e-9 && Math.abs(distance(upper)) < 1e-9);
    }),
    { numRuns: 5000 },
  );
});

test("the interval lies within 0–1, holds the share, and mirrors for the complement", () => {
  fc.assert(
    fc.property(shares, ([x, n]) => {
      const [lower, upper] = wilsonInterval(x, n);
      const [mirroredUpper, mirroredLower] = wilsonInterval(n - x, n).map((limit) => 1 - limit);
      assert.ok(lower >= 0 && lower <= x / n && x / n <= upper && upper <= 1 && lower < upper);
      assert.ok(Math.abs(lower - (mirroredLower ?? Number.NaN)) < 1e-12);
      assert.ok(Math.abs(upper - (mirroredUpper ?? Number.NaN)) < 1e-12);
    }),
  );
});

test("what is not a share is a bug, not an interval", () => {
  for (const [x, n] of [
    [0, 0],
    [-1, 5],
    [6, 5],
    [1.5, 3],
    [Number.NaN, 3],
  ] as const) {
    assert.throws(() => wilsonInterval(x, n));
  }
});
