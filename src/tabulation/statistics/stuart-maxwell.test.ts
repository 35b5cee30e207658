import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mcnemar } from "./mcnemar.ts";
import { stuartMaxwell } from "./stuart-maxwell.ts";
import { assertNear } from "./testing/near.ts";
import { plainChiSquaredTail } from "./testing/plain-tails.ts";

const vision = [
  [1520, 266, 124, 66],
  [234, 1512, 432, 78],
  [117, 362, 1772, 205],
  [36, 82, 179, 492],
];

test("Stuart's table of vision has the published statistic", () => {
  const found = stuartMaxwell(vision);
  assert.equal(found.chiSquared.toFixed(3), "11.957");
  assert.equal(found.degreesOfFreedom, 3);
  assert.equal(found.p.toFixed(5), "0.00753");
});

const tables = fc.integer({ min: 1, max: 5 }).chain((size) => {
  const cell = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }));
  const row = fc.array(cell, { minLength: size, maxLength: size });
  return fc.array(row, { minLength: size, maxLength: size });
});

/** By the permutations of its definition, in whole numbers. */
function determinant(rows: readonly (readonly bigint[])[]): bigint {
  const [first, ...others] = rows;
  if (first === undefined) return 1n;
  return first.reduce((sum, factor, j) => {
    if (factor === 0n) return sum;
    const minor = determinant(others.map((row) => row.toSpliced(j, 1)));
    return j % 2 === 0 ? sum + factor * minor : sum - factor * minor;
  }, 0n);
}

/** The categories between which cases moved, directly or by others: each group without its last. */
function testable(matrix: readonly (readonly number[])[]): readonly number[] {
  const group = matrix.map((_, i) => i);
  for (const _ of matrix) {
    matrix.forEach((row, i) => {
      row.forEach((count, j) => {
        const least = Math.min(group[i] ?? 0, group[j] ?? 0);
        if (count > 0) group[i] = group[j] = least;
      });
    });
  }
  return matrix.map((_, i) => i).filter((i) => group.lastIndexOf(group[i] ?? 0) !== i);
}

test("the textbook's d′V⁻¹d, by determinants in whole numbers, says the same", () => {
  fc.assert(
    fc.property(tables, (matrix) => {
      const at = (i: number, j: number) => matrix[i]?.[j] ?? 0;
      const row = (i: number) => matrix.reduce((sum, _, j) => sum + at(i, j), 0);
      const column = (i: number) => matrix.reduce((sum, _, j) => sum + at(j, i), 0);
      const kept = testable(matrix);
      const covariances = kept.map((i) =>
        kept.map((j) => BigInt(i === j ? row(i) + column(i) - 2 * at(i, i) : -at(i, j) - at(j, i))),
      );
      const d = kept.map((i) => BigInt(row(i) - column(i)));
      const bordered = [...covariances.map((each, i) => [...each, d[i] ?? 0n]), [...d, 0n]];
      const found = stuartMaxwell(matrix);
      const expected = -Number(determinant(bordered)) / Number(determinant(covariances));
      assertNear(found.chiSquared, expected, 1e-11);
      assert.equal(found.degreesOfFreedom, kept.length);
      const p = kept.length === 0 ? 1 : plainChiSquaredTail(expected, kept.length);
      assertNear(found.p, p, 1e-9);
    }),
    { numRuns: 5000 },
  );
});

test("with two categories it is McNemar's", () => {
  const { chiSquared, degreesOfFreedom } = stuartMaxwell([
    [40, 150],
    [86, 7],
  ]);
  assert.equal(chiSquared, mcnemar(150, 86).chiSquared);
  assert.equal(degreesOfFreedom, 1);
});

test("the order of categories and the direction of time do not matter", () => {
  fc.assert(
    fc.property(tables, (matrix) => {
      const found = stuartMaxwell(matrix);
      const reversed = matrix.map((row) => row.toReversed()).toReversed();
      const transposed = matrix.map((_, i) => matrix.map((row) => row[i] ?? 0));
      for (const turned of [reversed, transposed]) {
        assertNear(stuartMaxwell(turned).chiSquared, found.chiSquared, 1e-10, 1e-12);
        assert.equal(stuartMaxwell(turned).degreesOfFreedom, found.degreesOfFreedom);
      }
    }),
  );
});

test("a category that nobody left or entered costs no degree of freedom", () => {
  const found = stuartMaxwell(vision);
  for (const still of [0, 12]) {
    const wider = [...vision.map((row) => [...row, 0]), [0, 0, 0, 0, still]];
    assert.deepEqual(stuartMaxwell(wider), found);
  }
  assert.deepEqual(stuartMaxwell([[7]]), { chiSquared: 0, degreesOfFreedom: 0, p: 1 });
});

test("groups of categories between which nobody moved are tested each, and added", () => {
  const found = stuartMaxwell([
    [9, 12, 0, 0],
    [3, 9, 0, 0],
    [0, 0, 9, 1],
    [0, 0, 8, 9],
  ]);
  assertNear(found.chiSquared, mcnemar(12, 3).chiSquared + mcnemar(1, 8).chiSquared, 1e-12);
  assert.equal(found.degreesOfFreedom, 2);
});

test("what is no square table of cases is refused, and the table given is left as it was", () => {
  assert.throws(() => stuartMaxwell([]), /no square table/);
  assert.throws(() => stuartMaxwell([[1, 2]]), /no square table/);
  assert.throws(() => stuartMaxwell([[1, 2], [3]]), /no square table/);
  assert.throws(() => stuartMaxwell([[-1]]), /no number of cases/);
  assert.throws(() => stuartMaxwell([[0.5]]), /no number of cases/);
  const given = structuredClone(vision);
  stuartMaxwell(given);
  assert.deepEqual(given, vision);
});
