import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertNear } from "../testing/near.ts";
import { logGamma, stirlingError } from "./log-gamma.ts";

test("where x is whole it is the logarithm of a factorial", () => {
  let sum = 0;
  for (let x = 1; x <= 10_000; x += 1) {
    assertNear(logGamma(x), sum, 1e-13, 4e-14);
    sum += Math.log(x);
  }
});

test("at a half it is known in closed form, and near zero it is −log x − γx", () => {
  assertNear(logGamma(0.5), Math.log(Math.PI) / 2, 4e-14);
  assertNear(logGamma(1e-9), -Math.log(1e-9) - 0.5772156649015329e-9, 1e-14);
});

test("Legendre's duplication joins it at x, x + ½ and 2x", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
      const joined = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2;
      assertNear(joined - Math.log(Math.PI) / 2, logGamma(2 * x), 1e-12, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

test("Stirling's formula and its error together are the factorial, on both sides of the series", () => {
  let logFactorial = 0;
  for (let n = 1; n <= 1000; n += 1) {
    logFactorial += Math.log(n);
    const formula = (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2;
    assertNear(formula + stirlingError(n), logFactorial, 1e-14, 4e-14);
  }
  // 1/12n − 1/360n³ < error < 1/12n: Robbins' bounds in their sharper form.
  for (const n of [0.5, 1, 3, 9.5, 10, 11, 500]) {
    assert.ok(stirlingError(n) < 1 / (12 * n));
    assert.ok(stirlingError(n) > 1 / (12 * n) - 1 / (360 * n ** 3) - 1e-14);
  }
});

test("what is no positive number has none", () => {
  for (const x of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => logGamma(x), /no log-gamma/);
  }
});
