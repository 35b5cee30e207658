import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertNear } from "../testing/near.ts";
import { plainBinomial, plainBinomialSum } from "../testing/plain-binomial.ts";
import { binomialCdf, binomialProbability, binomialQuantile } from "./binomial.ts";

const draws = fc
  .integer({ min: 1, max: 200 })
  .chain((n) =>
    fc.tuple(
      fc.integer({ min: 0, max: n }),
      fc.constant(n),
      fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }),
    ),
  );

test("probabilities and their sums agree with the ratio of neighbours", () => {
  fc.assert(
    fc.property(draws, ([k, n, p]) => {
      assertNear(binomialProbability(k, n, p), plainBinomial(n, p)[k] ?? 0, 1e-11, 1e-290);
      assertNear(binomialCdf(k, n, p), plainBinomialSum(n, p, 0, k), 1e-11, 1e-290);
    }),
    { numRuns: 5000 },
  );
});

test("also for thousands of cases, and far out", () => {
  for (const [n, p] of [
    [10_000, 0.5],
    [10_000, 0.003],
    [7_777, 0.91],
  ] as const) {
    const plain = plainBinomial(n, p);
    for (const deviations of [-30, -12, -3, -1, 0, 1, 2, 9, 30]) {
      const middle = n * p + deviations * Math.sqrt(n * p * (1 - p));
      const k = Math.min(n, Math.max(0, Math.round(middle)));
      assertNear(binomialProbability(k, n, p), plain[k] ?? 0, 1e-10);
      assertNear(binomialCdf(k, n, p), plainBinomialSum(n, p, 0, k), 1e-10);
    }
  }
});

test("the quantile is the first number that reaches its probability", () => {
  fc.assert(
    fc.property(draws, fc.double({ min: 0, max: 1, noNaN: true }), ([, n, p], probability) => {
      let sum = 0;
      const reached = plainBinomial(n, p).findIndex((each) => {
        sum += each;
        return sum >= probability;
      });
      const first = reached < 0 ? n : reached;
      const found = binomialQuantile(probability, n, p);
      // Where the sum touches the probability, rounding decides.
      const touches = Math.abs(binomialCdf(Math.min(found, first), n, p) - probability) < 1e-12;
      assert.ok(found === first || touches, `${found} is not ${first}`);
    }),
    { numRuns: 5000 },
  );
});

test("certain and impossible draws have whole probabilities", () => {
  const certain = [0, 1, 2, 3].map((k) => binomialProbability(k, 3, 1));
  assert.deepEqual(certain, [0, 0, 0, 1]);
  const impossible = [0, 1, 2, 3].map((k) => binomialProbability(k, 3, 0));
  assert.deepEqual(impossible, [1, 0, 0, 0]);
  assert.deepEqual(
    [-1, 4].map((k) => binomialProbability(k, 3, 0.4)),
    [0, 0],
  );
  assert.deepEqual(
    [-1, 3, 4].map((k) => binomialCdf(k, 3, 0.4)),
    [0, 1, 1],
  );
  assert.deepEqual(
    [0, 1, 2].map((k) => binomialCdf(k, 3, 1)),
    [0, 0, 0],
  );
  assert.deepEqual(
    [0, 1, 2].map((k) => binomialCdf(k, 3, 0)),
    [1, 1, 1],
  );
  assert.deepEqual(
    [0, 1].map((p) => binomialProbability(0, 0, p)),
    [1, 1],
  );
  assert.deepEqual(
    [0, 0.5, 1].map((p) => binomialQuantile(0.49, 3, p)),
    [0, 1, 3],
  );
  assert.deepEqual(
    [0, 0.12, 0.13, 1].map((at) => binomialQuantile(at, 3, 0.5)),
    [0, 0, 1, 3],
  );
});

test("what cannot be drawn is refused", () => {
  for (const [k, n, p] of [
    [0.5, 3, 0.5],
    [1, 3.5, 0.5],
    [0, -1, 0.5],
    [1, 3, -0.1],
    [1, 3, 1.1],
    [1, 3, Number.NaN],
  ] as const) {
    assert.throws(() => binomialProbability(k, n, p), /no binomial probability/);
    assert.throws(() => binomialCdf(k, n, p), /no binomial probability/);
  }
  assert.throws(() => binomialQuantile(0.5, -1, 0.5), /no binomial probability/);
  for (const at of [-0.1, 1.1, Number.NaN]) {
    assert.throws(() => binomialQuantile(at, 3, 0.5), /no quantile/);
  }
});
