import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Agreement, cohenKappa, fleissKappa } from "./kappa.ts";
import { assertNear } from "./testing/near.ts";

test("two raters who agree on 35 of 50, where chance gives 25, have kappa .4", () => {
  const found = cohenKappa([
    [20, 5],
    [10, 15],
  ]);
  assertNear(found?.observed ?? 0, 0.7, 1e-14);
  assertNear(found?.expected ?? 0, 0.5, 1e-14);
  assertNear(found?.kappa ?? 0, 0.4, 1e-13);
});

test("Fleiss' fourteen raters of ten cases have kappa .210", () => {
  const found = fleissKappa([
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ]);
  assert.equal(found?.observed.toFixed(3), "0.378");
  assert.equal(found?.expected.toFixed(3), "0.213");
  assert.equal(found?.kappa.toFixed(3), "0.210");
  assert.equal(found?.standardErrorAtZero.toFixed(4), "0.0170");
});

const squares = fc.integer({ min: 2, max: 4 }).chain((size) => {
  const cell = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }));
  const row = fc.array(cell, { minLength: size, maxLength: size });
  return fc.array(row, { minLength: size, maxLength: size });
});
const tables = squares.filter((matrix) => matrix.flat().some((count) => count > 0));

/** Every case as the pair of its ratings. */
function ratingsOf(matrix: readonly (readonly number[])[]): readonly (readonly [number, number])[] {
  return matrix.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
  );
}

test("Cohen's agreement is that of pairs: of the same case, and of any two cases", () => {
  fc.assert(
    fc.property(tables, (matrix) => {
      const ratings = ratingsOf(matrix);
      const same = ratings.filter(([one, other]) => one === other).length;
      let chance = 0;
      for (const [one] of ratings) for (const [, other] of ratings) if (one === other) chance += 1;
      const pairs = ratings.length ** 2;
      const found = cohenKappa(matrix);
      if (chance === pairs) return assert.equal(found, null);
      assertNear(found?.observed ?? Number.NaN, same / ratings.length, 1e-12);
      assertNear(found?.expected ?? Number.NaN, chance / pairs, 1e-12);
      const kappa = (same * ratings.length - chance) / (pairs - chance);
      assertNear(found?.kappa ?? Number.NaN, kappa, 1e-11, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

/** Kappa of shares, for nudging one of them. */
function kappaOf(shares: readonly (readonly number[])[]): number {
  const all = shares.flat().reduce((sum, each) => sum + each, 0);
  let observed = 0;
  let expected = 0;
  shares.forEach((row, i) => {
    observed += (row[i] ?? 0) / all;
    const columnSum = shares.reduce((sum, other) => sum + (other[i] ?? 0), 0);
    expected += (row.reduce((sum, each) => sum + each, 0) / all) * (columnSum / all);
  });
  return (observed - expected) / (1 - expected);
}

/** The delta method with slopes found by nudging: how kappa moves when one share grows a little. */
function nudgedError(shares: readonly (readonly number[])[], cases: number): number {
  const nudge = 1e-5;
  const slopes = shares.map((row, i) =>
    row.map((_, j) => {
      const [up, down] = [nudge, -nudge].map((by) =>
        kappaOf(shares.map((each, k) => each.map((p, l) => (k === i && l === j ? p + by : p)))),
      );
      return ((up ?? 0) - (down ?? 0)) / (2 * nudge);
    }),
  );
  const weighted = shares.flatMap((row, i) =>
    row.map((p, j) => ({ p, slope: slopes[i]?.[j] ?? 0 })),
  );
  const mean = weighted.reduce((sum, { p, slope }) => sum + p * slope, 0);
  const square = weighted.reduce((sum, { p, slope }) => sum + p * slope ** 2, 0);
  return Math.sqrt(Math.max(0, square - mean ** 2) / cases);
}

test("Cohen's standard errors are those of nudging each share, as seen and as by chance", () => {
  fc.assert(
    fc.property(tables, (matrix) => {
      const found = cohenKappa(matrix);
      if (found === null || found.expected > 0.95) return;
      const cases = matrix.flat().reduce((sum, each) => sum + each, 0);
      const seen = matrix.map((row) => row.map((count) => count / cases));
      const rows = seen.map((row) => row.reduce((sum, each) => sum + each, 0));
      const columns = seen.map((_, j) => seen.reduce((sum, row) => sum + (row[j] ?? 0), 0));
      const chance = rows.map((row) => columns.map((column) => row * column));
      assertNear(found.standardError, nudgedError(seen, cases), 1e-5, 1e-4);
      assertNear(found.standardErrorAtZero, nudgedError(chance, cases), 1e-5, 1e-4);
    }),
    { numRuns: 5000 },
  );
});

/** Cases rated by the same number of raters: categories as drawn, counted. */
const panels = fc
  .record({
    categories: fc.integer({ min: 2, max: 3 }),
    raters: fc.integer({ min: 2, max: 4 }),
    draws: fc.array(fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ categories, raters, draws }) => ({
    categories,
    raters,
    cases: draws.map((row) => row.slice(0, raters).map((draw) => draw % categories)),
  }));

const countsOf = (cases: readonly (readonly number[])[], categories: number) =>
  cases.map((ratings) =>
    Array.from({ length: categories }, (_, j) => ratings.filter((each) => each === j).length),
  );

test("Fleiss' agreement is that of pairs: of one case's ratings, and of any two ratings", () => {
  fc.assert(
    fc.property(panels, ({ categories, raters, cases }) => {
      const all = cases.flat();
      const agree = (ratings: readonly number[]) =>
        ratings.reduce((sum, one) => sum + ratings.filter((other) => other === one).length, 0);
      const within = cases.reduce((sum, ratings) => sum + agree(ratings) - raters, 0);
      const observed = within / (cases.length * raters * (raters - 1));
      const expected = agree(all) / all.length ** 2;
      const found = fleissKappa(countsOf(cases, categories));
      if (expected === 1) return assert.equal(found, null);
      assertNear(found?.observed ?? Number.NaN, observed, 1e-12);
      assertNear(found?.expected ?? Number.NaN, expected, 1e-12);
      assertNear(found?.kappa ?? Number.NaN, (observed - expected) / (1 - expected), 1e-11, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

/** Every way in which the raters can answer one case, with its probability when all draw alike. */
function waysToRate(shares: readonly number[], raters: number): { p: number; ratings: number[] }[] {
  if (raters === 0) return [{ p: 1, ratings: [] }];
  return waysToRate(shares, raters - 1).flatMap(({ p, ratings }) =>
    shares.map((share, j) => ({ p: p * share, ratings: [...ratings, j] })),
  );
}

/** Fleiss' kappa of cases that weigh differently. */
function weightedKappa(cases: readonly { p: number; ratings: readonly number[] }[]): number {
  const all = cases.reduce((sum, { p }) => sum + p, 0);
  const shares = new Map<number, number>();
  let observed = 0;
  for (const { p, ratings } of cases) {
    const pairs = ratings.length * (ratings.length - 1);
    ratings.forEach((one, i) => {
      shares.set(one, (shares.get(one) ?? 0) + p / all / ratings.length);
      ratings.forEach((other, j) => {
        if (i !== j && one === other) observed += p / all / pairs;
      });
    });
  }
  const expected = [...shares.values()].reduce((sum, share) => sum + share ** 2, 0);
  return (observed - expected) / (1 - expected);
}

/** Large-sample variance times the number of cases, by letting each case weigh a little more. */
function nudgedVariance(cases: readonly { p: number; ratings: readonly number[] }[]): number {
  const nudge = 1e-5;
  const moved = cases.map((_, i) => {
    const [up, down] = [nudge, -nudge].map((by) =>
      weightedKappa(cases.map((each, k) => (k === i ? { ...each, p: each.p + by } : each))),
    );
    return ((up ?? 0) - (down ?? 0)) / (2 * nudge);
  });
  return cases.reduce((sum, { p }, i) => sum + p * (moved[i] ?? 0) ** 2, 0);
}

test("Fleiss' standard errors are those of nudging each case, as seen and over every way to rate", () => {
  fc.assert(
    fc.property(panels, ({ categories, raters, cases }) => {
      const counts = countsOf(cases, categories);
      const found = fleissKappa(counts);
      if (found === null || found.expected > 0.95) return;
      const seen = cases.map((ratings) => ({ p: 1 / cases.length, ratings }));
      const shares = Array.from(
        { length: categories },
        (_, j) => cases.flat().filter((each) => each === j).length / (raters * cases.length),
      );
      const error = (variance: number) => Math.sqrt(variance / cases.length);
      assertNear(found.standardError, error(nudgedVariance(seen)), 1e-5, 1e-4);
      const byChance = waysToRate(shares, raters);
      assertNear(found.standardErrorAtZero, error(nudgedVariance(byChance)), 1e-5, 1e-4);
    }),
    { numRuns: 400 },
  );
});

test("full agreement is 1, and the order of raters and categories does not matter", () => {
  const full = [
    [5, 0, 0],
    [0, 3, 0],
    [0, 0, 9],
  ];
  assert.equal(cohenKappa(full)?.kappa, 1);
  assertNear(cohenKappa(full)?.standardError ?? 1, 0, 0, 1e-9);
  const raters = [
    [2, 0],
    [0, 2],
  ];
  assert.equal(fleissKappa(raters)?.kappa, 1);
  fc.assert(
    fc.property(tables, (matrix) => {
      const transposed = matrix.map((_, i) => matrix.map((row) => row[i] ?? 0));
      const reversed = matrix.map((row) => row.toReversed()).toReversed();
      for (const turned of [transposed, reversed])
        assertAlike(cohenKappa(turned), cohenKappa(matrix));
    }),
  );
});

function assertAlike(one: Agreement | null, other: Agreement | null): void {
  assert.equal(one === null, other === null);
  if (one === null || other === null) return;
  assertNear(one.kappa, other.kappa, 0, 1e-12);
  assertNear(one.standardError, other.standardError, 0, 1e-7);
  assertNear(one.standardErrorAtZero, other.standardErrorAtZero, 0, 1e-7);
}

test("where all say the same there is nothing beyond chance", () => {
  assert.equal(
    cohenKappa([
      [0, 0],
      [0, 7],
    ]),
    null,
  );
  assert.equal(cohenKappa([[7]]), null);
  assert.equal(fleissKappa([[3, 0]]), null);
  assert.notEqual(
    cohenKappa([
      [0, 7],
      [0, 0],
    ]),
    null,
  );
  assert.notEqual(fleissKappa([[2, 1]]), null);
});

test("what is no table of ratings is refused", () => {
  assert.throws(() => cohenKappa([[1, 2]]), /no square table/);
  assert.throws(() => cohenKappa([[0]]), /no agreement without cases/);
  assert.throws(() => cohenKappa([[-1]]), /no number of cases/);
  assert.throws(() => fleissKappa([]), /no agreement among 0 raters/);
  assert.throws(() => fleissKappa([[1, 0]]), /no agreement among 1 raters/);
  assert.throws(
    () =>
      fleissKappa([
        [2, 0],
        [1, 0],
      ]),
    /differ in raters/,
  );
  assert.throws(() => fleissKappa([[2, 0], [2]]), /differ in raters or categories/);
  assert.throws(() => fleissKappa([[2.5, 0.5]]), /no number of cases/);
});
