import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertNear } from "../testing/near.ts";
import { plainChiSquaredTail } from "../testing/plain-tails.ts";
import { chiSquaredSurvival } from "./chi-squared.ts";
import { upperIncompleteGamma } from "./incomplete-gamma.ts";

test("the tail agrees with its closed forms", () => {
  const freedom = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 200, noNaN: true }), freedom, (x, degrees) => {
      assertNear(chiSquaredSurvival(x, degrees), plainChiSquaredTail(x, degrees), 1e-11);
    }),
    { numRuns: 5000 },
  );
});

test("the critical values of every textbook have 5 %", () => {
  for (const [x, degrees] of [
    [3.841458820694124, 1],
    [5.991464547107979, 2],
    [7.814727903251179, 3],
    [18.307038053275146, 10],
  ] as const) {
    assertNear(chiSquaredSurvival(x, degrees), 0.05, 1e-12);
  }
  assert.equal(chiSquaredSurvival(0, 4), 1);
  assert.equal(chiSquaredSurvival(5000, 2), 0);
});

test("the incomplete gamma function obeys its recurrence, also between whole and half numbers", () => {
  // Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1); here with a = ⅓, where Γ(4⁄3) is known.
  for (const x of [0.01, 0.5, 1, 1.34, 2, 9, 40]) {
    const added = (x ** (1 / 3) * Math.exp(-x)) / 0.8929795115692493;
    assertNear(upperIncompleteGamma(4 / 3, x), upperIncompleteGamma(1 / 3, x) + added, 1e-12);
  }
});

test("no distribution, no tail", () => {
  for (const degrees of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => chiSquaredSurvival(1, degrees), /degrees of freedom/);
  }
  for (const x of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => chiSquaredSurvival(x, 1), /no incomplete gamma/);
  }
  for (const a of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
    assert.throws(() => upperIncompleteGamma(a, 1), /no incomplete gamma/);
  }
});
