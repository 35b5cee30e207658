import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { funnelLimits, funnelTail } from "./funnel-limits.ts";
import { assertNear } from "./testing/near.ts";
import { plainBinomial, plainBinomialSum } from "./testing/plain-binomial.ts";

for (const { n, limits } of [
  { n: 30, limits: ["0.3733", "0.7285"] },
  { n: 100, limits: ["0.4672", "0.6613"] },
]) {
  test(`around 57 % at ${n} cases the inner limits are the published ones`, () => {
    const { inner } = funnelLimits(0.57, n);
    assert.deepEqual(
      inner.map((limit) => limit.toFixed(4)),
      limits,
    );
  });
}

const thetas = fc.double({ min: 0.005, max: 0.995, noNaN: true });

/** From 0 upwards until the sum passes p; the last step is gone back by the part that was too much. */
function scan(probabilities: readonly number[], p: number): number {
  let sum = 0;
  let r = 0;
  for (const each of probabilities) {
    if (sum + each >= p) return r - (sum + each - p) / each;
    sum += each;
    r += 1;
  }
  return r - 1;
}

test("the limits are those of a scan from 0 upwards", () => {
  fc.assert(
    fc.property(thetas, fc.integer({ min: 1, max: 150 }), (theta, n) => {
      const probabilities = plainBinomial(n, theta);
      const { inner, outer } = funnelLimits(theta, n);
      const plain = [0.025, 0.975, 0.001, 0.999].map((p) =>
        Math.max(0, scan(probabilities, p) / n),
      );
      [...inner, ...outer].forEach((limit, i) => {
        assertNear(limit, plain[i] ?? Number.NaN, 0, 1e-9);
      });
    }),
    { numRuns: 5000 },
  );
});

test("the outer limits hold the inner ones, and both lie within 0–1", () => {
  fc.assert(
    fc.property(thetas, fc.integer({ min: 1, max: 10_000 }), (theta, n) => {
      const { inner, outer } = funnelLimits(theta, n);
      assert.ok(0 <= outer[0] && outer[0] <= inner[0] && inner[0] <= inner[1]);
      assert.ok(inner[1] <= outer[1] && outer[1] <= 1);
      assert.ok(inner[0] <= theta);
      assert.ok(theta * n < 1 || inner[0] < inner[1]);
    }),
    { numRuns: 500 },
  );
});

test("how far out a place is, is the smaller of its two tails", () => {
  fc.assert(
    fc.property(thetas, fc.integer({ min: 1, max: 150 }), fc.nat(150), (theta, n, draw) => {
      const x = draw % (n + 1);
      const tails = [plainBinomialSum(n, theta, 0, x), plainBinomialSum(n, theta, x, n)];
      assertNear(funnelTail(x, n, theta), Math.min(...tails), 1e-10, 1e-290);
    }),
    { numRuns: 5000 },
  );
  assert.deepEqual(
    [0, 1].map((theta) => funnelTail(5, 5, theta)),
    [0, 1],
  );
});

test("below the lower line a place is beyond its limits; above the upper one it may be within", () => {
  fc.assert(
    fc.property(thetas, fc.integer({ min: 1, max: 150 }), fc.nat(150), (theta, n, draw) => {
      const x = draw % (n + 1);
      const { inner } = funnelLimits(theta, n);
      // A place on the line itself is neither.
      fc.pre(inner.every((limit) => Math.abs(limit - x / n) > 1e-9));
      const isBelow = x / n < inner[0];
      assert.equal(isBelow, plainBinomialSum(n, theta, 0, x) < 0.025);
      if (plainBinomialSum(n, theta, x, n) < 0.025) assert.ok(x / n > inner[1]);
    }),
    { numRuns: 1000 },
  );
  // All of 20 where 97 % are expected: above the line, and yet more often so than not.
  assert.ok(funnelLimits(0.97, 20).inner[1] < 1);
  assert.equal(funnelTail(20, 20, 0.97).toFixed(2), "0.54");
});

test("where everybody or nobody is expected there is no chance", () => {
  assert.deepEqual(funnelLimits(0, 12), { inner: [0, 0], outer: [0, 0] });
  assert.deepEqual(funnelLimits(1, 12), { inner: [1, 1], outer: [1, 1] });
});

test("what is no part of a place's cases has no tail", () => {
  for (const [x, n, theta] of [
    [-1, 5, 0.5],
    [6, 5, 0.5],
    [1.5, 5, 0.5],
    [1, 2.5, 0.5],
    [0, 0, 0.5],
    [1, 5, 1.5],
    [1, 5, Number.NaN],
  ] as const) {
    assert.throws(() => funnelTail(x, n, theta), /no share|no binomial probability/);
  }
});

test("what is no share, or no place with cases, is refused", () => {
  for (const [theta, n] of [
    [-0.1, 10],
    [1.1, 10],
    [Number.NaN, 10],
    [0.5, 0],
    [0.5, 2.5],
  ] as const) {
    assert.throws(() => funnelLimits(theta, n), /no funnel/);
  }
});
