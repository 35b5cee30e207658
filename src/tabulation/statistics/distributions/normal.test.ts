import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertNear } from "../testing/near.ts";
import { plainNormalTail } from "../testing/plain-tails.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

test("the distribution function agrees with its series and its fraction", () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 37, noNaN: true }), (x) => {
      const tail = plainNormalTail(Math.abs(x));
      assertNear(normalCdf(x), x < 0 ? tail : 1 - tail, 1e-11);
    }),
    { numRuns: 5000 },
  );
});

test("the quantile leads back", () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 5, noNaN: true }), (x) => {
      assertNear(normalQuantile(normalCdf(x)), x, 1e-9, 1e-11);
    }),
    { numRuns: 1000 },
  );
  const percentiles = [0.001, 0.025, 0.5, 0.975, 0.999].map((p) => normalQuantile(p).toFixed(9));
  assert.deepEqual(percentiles, [
    "-3.090232306",
    "-1.959963985",
    "-0.000000000",
    "1.959963985",
    "3.090232306",
  ]);
});

test("nothing has no place on the curve", () => {
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.throws(() => normalCdf(x));
  }
  for (const p of [0, 1, -0.1, 1.1, Number.NaN]) {
    assert.throws(() => normalQuantile(p), /no normal quantile/);
  }
});
