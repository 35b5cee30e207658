import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNear } from "../testing/near.ts";
import { bisect } from "./bisection.ts";
import { continuedFraction } from "./continued-fraction.ts";

test("1 + 1/(1 + 1/(1 + …)) is the golden section, 1 + 1²/(3 + 2²/(5 + …)) is 4/π", () => {
  assertNear(
    continuedFraction(1, () => [1, 1]),
    (1 + Math.sqrt(5)) / 2,
    1e-15,
  );
  assertNear(
    continuedFraction(1, (j) => [j * j, 2 * j + 1]),
    4 / Math.PI,
    1e-15,
  );
});

test("a fraction that does not settle says so instead of guessing", () => {
  // 1 − 1/(1 − 1/(1 − …)) goes round for ever; 0.3 keeps it off a division by 0.
  assert.throws(() => continuedFraction(0.3, () => [-1, 1]), /does not settle/);
  assert.throws(() => continuedFraction(1, () => [Number.NaN, 1]), /does not settle/);
});

test("halving finds where a condition turns", () => {
  assertNear(
    bisect((x) => x * x < 2, 0, 2),
    Math.SQRT2,
    1e-15,
  );
  assertNear(
    bisect((x) => x < -3e-20, -1, 1),
    -3e-20,
    1e-15,
  );
});
