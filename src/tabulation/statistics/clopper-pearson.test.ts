import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { assertNear } from "./testing/near.ts";
import { plainBinomial, plainBinomialSum } from "./testing/plain-binomial.ts";

for (const { x, n, limits } of [
  { x: 81, n: 263, limits: [0.2527, 0.3676] },
  { x: 15, n: 148, limits: [0.0578, 0.1617] },
  { x: 0, n: 20, limits: [0, 0.1684] },
  { x: 1, n: 29, limits: [0.0009, 0.1776] },
]) {
  test(`${x} of ${n} has the published Clopper–Pearson limits`, () => {
    const found = clopperPearsonInterval(x, n).map((limit) => limit.toFixed(4));
    assert.deepEqual(
      found,
      limits.map((limit) => limit.toFixed(4)),
    );
  });
}

const shares = fc
  .integer({ min: 1, max: 40 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const levels = fc.constantFrom(0.002, 0.05, 0.1, 0.32);

/** Where a tail, summed from plain probabilities, has half of alpha; it grows with p where `grows`. */
function plainLimit(tail: (p: number) => number, alpha: number, grows: boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (tail(middle) < alpha / 2 === grows) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

test("each limit gives its tail, summed term by term, half of alpha", () => {
  fc.assert(
    fc.property(shares, levels, ([x, n], alpha) => {
      const [lower, upper] = clopperPearsonInterval(x, n, alpha);
      const atLeast = (p: number) => plainBinomialSum(n, p, x, n);
      const atMost = (p: number) => plainBinomialSum(n, p, 0, x);
      assertNear(lower, x === 0 ? 0 : plainLimit(atLeast, alpha, true), 1e-10);
      assertNear(upper, x === n ? 1 : plainLimit(atMost, alpha, false), 1e-10);
    }),
    { numRuns: 5000 },
  );
});

test("at 0 and n the limits are roots", () => {
  for (const n of [1, 7, 20, 10_000]) {
    const root = 1 - 0.025 ** (1 / n);
    assertNear(clopperPearsonInterval(0, n)[1], root, 1e-9);
    assertNear(clopperPearsonInterval(n, n)[0], 1 - root, 1e-11);
    assert.equal(clopperPearsonInterval(0, n)[0], 0);
    assert.equal(clopperPearsonInterval(n, n)[1], 1);
  }
});

test("it holds the share and mirrors for the complement", () => {
  fc.assert(
    fc.property(shares, ([x, n]) => {
      const [lower, upper] = clopperPearsonInterval(x, n);
      const [mirroredLower, mirroredUpper] = clopperPearsonInterval(n - x, n);
      assert.ok(0 <= lower && lower <= x / n && x / n <= upper && upper <= 1);
      assertNear(1 - mirroredUpper, lower, 1e-10, 1e-14);
      assertNear(1 - mirroredLower, upper, 1e-10, 1e-14);
    }),
  );
});

test("it never covers less than it promises", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (n, p) => {
        const covered = plainBinomial(n, p).reduce((sum, each, x) => {
          const [lower, upper] = clopperPearsonInterval(x, n);
          return lower <= p && p <= upper ? sum + each : sum;
        }, 0);
        assert.ok(covered >= 0.95 - 1e-9, `${covered} at ${p} of ${n}`);
      },
    ),
  );
});

test("what is not a share is a bug, not an interval", () => {
  for (const [x, n] of [
    [0, 0],
    [-1, 5],
    [6, 5],
    [1.5, 3],
    [1, 2.5],
    [Number.NaN, 3],
  ] as const) {
    assert.throws(() => clopperPearsonInterval(x, n), /no share/);
  }
  for (const alpha of [0, 1, -0.05, 2, Number.NaN]) {
    assert.throws(() => clopperPearsonInterval(1, 5, alpha), /no interval at alpha/);
  }
});
