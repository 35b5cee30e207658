import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertNear } from "../testing/near.ts";
import { plainBinomialSum } from "../testing/plain-binomial.ts";
import { incompleteBeta, incompleteBetaInverse } from "./incomplete-beta.ts";

const inner = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const shape = fc.double({ min: 0.05, max: 200, noNaN: true });

test("with whole a and b it is the probability of at least a of a + b − 1", () => {
  const whole = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(inner, whole, whole, (x, a, b) => {
      const n = a + b - 1;
      assertNear(incompleteBeta(x, a, b), plainBinomialSum(n, x, a, n), 1e-11, 1e-290);
    }),
    { numRuns: 5000 },
  );
});

test("with a or b = 1 it is a power, and with both ½ an arcsine", () => {
  fc.assert(
    fc.property(inner, shape, (x, a) => {
      assertNear(incompleteBeta(x, a, 1), x ** a, 1e-12, 1e-290);
      assertNear(incompleteBeta(x, 1, a), -Math.expm1(a * Math.log1p(-x)), 1e-12);
      assertNear(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-12);
    }),
    { numRuns: 5000 },
  );
});

test("the mirror holds, and a distribution function grows from 0 to 1", () => {
  fc.assert(
    fc.property(inner, inner, shape, shape, (x, y, a, b) => {
      assertNear(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a), 1, 1e-11);
      const [less, more] = x < y ? [x, y] : [y, x];
      assert.ok(incompleteBeta(less, a, b) <= incompleteBeta(more, a, b) + 1e-13);
    }),
    { numRuns: 5000 },
  );
  assert.deepEqual([incompleteBeta(0, 3, 4), incompleteBeta(1, 3, 4)], [0, 1]);
});

const broad = fc.double({ min: 1, max: 200, noNaN: true });

test("the inverse leads back, and is closed where a or b is 1", () => {
  fc.assert(
    fc.property(inner, broad, broad, (p, a, b) => {
      assertNear(incompleteBeta(incompleteBetaInverse(p, a, b), a, b), p, 1e-9);
      assertNear(incompleteBetaInverse(p, a, 1), p ** (1 / a), 1e-12);
    }),
    { numRuns: 1000 },
  );
  assert.deepEqual([incompleteBetaInverse(0, 3, 4), incompleteBetaInverse(1, 3, 4)], [0, 1]);
});

test("ten thousand cases are no obstacle", () => {
  assertNear(incompleteBeta(0.5, 5000, 5001), plainBinomialSum(10_000, 0.5, 5000, 10_000), 1e-10);
  assertNear(incompleteBeta(0.001, 1, 10_000), 1 - 0.999 ** 10_000, 1e-10);
  assertNear(incompleteBeta(0.02, 100, 9901), plainBinomialSum(10_000, 0.02, 100, 10_000), 1e-10);
});

test("what is no distribution or no share is refused", () => {
  for (const [x, a, b] of [
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [Number.NaN, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, -1],
    [0.5, 1, Number.POSITIVE_INFINITY],
  ] as const) {
    assert.throws(() => incompleteBeta(x, a, b), /^Error: no (incomplete beta|beta distribution)/);
    assert.throws(() => incompleteBetaInverse(x, a, b), /^Error: no (quantile|beta distribution)/);
  }
  // Also where the quantile is at the end of every distribution that there is.
  assert.throws(() => incompleteBetaInverse(0, 0, 1), /no beta distribution/);
  assert.throws(() => incompleteBetaInverse(1, 1, -1), /no beta distribution/);
});
