import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assertNear } from "./testing/near.ts";
import { plainNormalTail } from "./testing/plain-tails.ts";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank.ts";

test("differences without ties or zeros have the p of the tables", () => {
  const seven = wilcoxonSignedRank([1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(seven, { statistic: 28, p: 2 / 128, isExact: true });
  // 0–3 have 1, 1, 1 and 2 patterns of 256.
  assert.equal(wilcoxonSignedRank([1, 2, -3, -4, -5, -6, -7, -8]).p, 10 / 256);
});

test("zeros take the lowest ranks and are then left out", () => {
  // Sizes 0, 0, 1, 1, 2: ranks 1.5, 1.5, 3.5, 3.5, 5; +, −, + of them.
  const found = wilcoxonSignedRank([0, 1, -1, 0, 2]);
  assert.equal(found.statistic, 8.5);
  // Sums 0, 3.5, 3.5, 5, 7, 8.5, 8.5, 12 around 6: all but 5 and 7 lie 2.5 away or more.
  assert.equal(found.p, 6 / 8);
});

test("where nobody changed there is no sign of change", () => {
  assert.deepEqual(wilcoxonSignedRank([0, 0, 0]), { statistic: 0, p: 1, isExact: true });
  assert.equal(wilcoxonSignedRank(new Array(80).fill(0)).isExact, true);
});

/** A rank by its meaning: those that are smaller, and the middle of those that are equal. */
function plainRanks(differences: readonly number[]): readonly { rank: number; sign: number }[] {
  const sizes = differences.map(Math.abs);
  return sizes
    .map((size, i) => ({
      rank:
        sizes.filter((other) => other < size).length +
        (sizes.filter((other) => other === size).length + 1) / 2,
      sign: Math.sign(differences[i] ?? 0),
    }))
    .filter(({ sign }) => sign !== 0);
}

const sumOfPositive = (ranks: readonly { rank: number; sign: number }[]) =>
  ranks.reduce((sum, { rank, sign }) => (sign > 0 ? sum + rank : sum), 0);

const steps = fc.integer({ min: -5, max: 5 });

test("p is the share of sign patterns, one by one, that lie as far from the middle", () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 10 }), (differences) => {
      const ranks = plainRanks(differences);
      const middle = ranks.reduce((sum, { rank }) => sum + rank, 0) / 2;
      const seen = sumOfPositive(ranks);
      let asFar = 0;
      for (let pattern = 0; pattern < 2 ** ranks.length; pattern += 1) {
        const sum = ranks.reduce((s, { rank }, i) => (pattern & (1 << i) ? s + rank : s), 0);
        if (Math.abs(sum - middle) >= Math.abs(seen - middle)) asFar += 1;
      }
      const found = wilcoxonSignedRank(differences);
      assert.deepEqual(found, { statistic: seen, p: asFar / 2 ** ranks.length, isExact: true });
    }),
    { numRuns: 5000 },
  );
});

test("up to 50 differences it agrees with a walk over signed sums", () => {
  const wide = fc.oneof(steps, fc.integer({ min: -40, max: 40 }));
  fc.assert(
    fc.property(fc.array(wide, { minLength: 11, maxLength: 50 }), (differences) => {
      const ranks = plainRanks(differences);
      // How far plus has come above minus, in half ranks: all ways, as whole numbers.
      let ways = new Map<number, bigint>([[0, 1n]]);
      for (const { rank } of ranks) {
        const next = new Map<number, bigint>();
        for (const [lead, count] of ways) {
          for (const step of [-rank, rank]) {
            next.set(lead + step, (next.get(lead + step) ?? 0n) + count);
          }
        }
        ways = next;
      }
      const lead = ranks.reduce((sum, { rank, sign }) => sum + sign * rank, 0);
      let asFar = 0n;
      for (const [each, count] of ways) if (Math.abs(each) >= Math.abs(lead)) asFar += count;
      const found = wilcoxonSignedRank(differences);
      assertNear(found.p, Number(asFar) / 2 ** ranks.length, 1e-15);
      assert.equal(found.isExact, true);
    }),
    { numRuns: 200 },
  );
});

test("beyond 50 it agrees with the textbook's corrections for zeros and ties", () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 70, maxLength: 150 }), (differences) => {
      const ranks = plainRanks(differences);
      fc.pre(ranks.length > 50);
      const n = differences.length;
      const zeros = n - ranks.length;
      const cubes = [1, 2, 3, 4, 5].map((size) => {
        const ties = differences.filter((each) => Math.abs(each) === size).length;
        return ties ** 3 - ties;
      });
      const mean = (n * (n + 1) - zeros * (zeros + 1)) / 4;
      const variance =
        (n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1)) / 24 -
        cubes.reduce((sum, each) => sum + each, 0) / 48;
      const found = wilcoxonSignedRank(differences);
      const z = Math.abs(found.statistic - mean) / Math.sqrt(variance);
      assert.equal(found.statistic, sumOfPositive(ranks));
      assertNear(found.p, 2 * plainNormalTail(z), 1e-9);
      assert.equal(found.isExact, false);
    }),
    { numRuns: 500 },
  );
});

test("the last exact number of differences is 50, zeros not counted", () => {
  const ones = (count: number) => Array.from({ length: count }, (_, i) => (i % 3 === 0 ? -1 : 1));
  assert.equal(wilcoxonSignedRank([...ones(50), 0, 0, 0]).isExact, true);
  assert.equal(wilcoxonSignedRank(ones(51)).isExact, false);
  assert.equal(wilcoxonSignedRank(new Array(50).fill(2)).p, 2 / 2 ** 50);
});

test("order, direction and scale do not change p", () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 80 }), (differences) => {
      const { p } = wilcoxonSignedRank(differences);
      assert.ok(0 < p && p <= 1);
      assertNear(wilcoxonSignedRank(differences.toReversed()).p, p, 1e-12);
      assertNear(wilcoxonSignedRank(differences.map((each) => -each)).p, p, 1e-12);
      assertNear(wilcoxonSignedRank(differences.map((each) => 3 * each)).p, p, 1e-12);
    }),
  );
});

test("what cannot be ranked is refused", () => {
  for (const bad of [[], [1, Number.NaN], [Number.POSITIVE_INFINITY]]) {
    assert.throws(() => wilcoxonSignedRank(bad), /no differences to rank/);
  }
});
