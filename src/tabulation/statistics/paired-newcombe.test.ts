import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newcombeDifference } from "./newcombe.ts";
import { type PairedCounts, pairedNewcombe } from "./paired-newcombe.ts";
import { assertNear } from "./testing/near.ts";
import { plainScoreLimits } from "./testing/plain-score-limits.ts";

test("14, 5, 0 and 22 have the published difference and limits", () => {
  const found = pairedNewcombe({ both: 14, onlyFirst: 5, onlySecond: 0, neither: 22 });
  assert.equal(found.difference.toFixed(4), "0.1220");
  assert.deepEqual(
    found.interval.map((limit) => limit.toFixed(4)),
    ["0.0115", "0.2265"],
  );
});

const size = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 1));
const tables = fc
  .record({ both: size, onlyFirst: size, onlySecond: size, neither: size })
  .filter(
    ({ both, onlyFirst, onlySecond, neither }) => both + onlyFirst + onlySecond + neither > 0,
  );

/** Case by case: yes = 1, no = 0, first and second time. */
function answers({ both, onlyFirst, onlySecond, neither }: PairedCounts): [number[], number[]] {
  const pairs = [
    ...Array.from({ length: both }, () => [1, 1]),
    ...Array.from({ length: onlyFirst }, () => [1, 0]),
    ...Array.from({ length: onlySecond }, () => [0, 1]),
    ...Array.from({ length: neither }, () => [0, 0]),
  ];
  return [pairs.map(([first = 0]) => first), pairs.map(([, second = 0]) => second)];
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

test("the limits agree with score equations and the correlation of the answers themselves", () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const [first, second] = answers(counts);
      const n = first.length;
      const [p, q] = [mean(first), mean(second)];
      const covariance = mean(first.map((each, i) => (each - p) * ((second[i] ?? 0) - q)));
      const spread = Math.sqrt(p * (1 - p) * q * (1 - q));
      // n/2 off the numerator of φ is 1/2n off the covariance, where that is positive.
      const corrected = covariance > 1e-12 ? Math.max(0, covariance - 1 / (2 * n)) : covariance;
      const phi = spread === 0 ? 0 : corrected / spread;
      const [pLower, pUpper] = plainScoreLimits(n * p, n);
      const [qLower, qUpper] = plainScoreLimits(n * q, n);
      const join = (u: number, v: number) => Math.sqrt(u * u + v * v - 2 * phi * u * v);
      const { difference, interval } = pairedNewcombe(counts);
      assertNear(difference, p - q, 0, 1e-14);
      assertNear(interval[0], p - q - join(p - pLower, qUpper - q), 0, 1e-9);
      assertNear(interval[1], p - q + join(pUpper - p, q - qLower), 0, 1e-9);
    }),
    { numRuns: 5000 },
  );
});

test("it holds the difference, and turns round with the moments and with yes and no", () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { difference, interval } = pairedNewcombe(counts);
      const { both, onlyFirst, onlySecond, neither } = counts;
      assert.ok(-1 <= interval[0] && interval[0] <= difference);
      assert.ok(difference <= interval[1] && interval[1] <= 1);
      for (const turned of [
        pairedNewcombe({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither }),
        pairedNewcombe({
          both: neither,
          onlyFirst: onlySecond,
          onlySecond: onlyFirst,
          neither: both,
        }),
      ]) {
        assertNear(turned.interval[0], -interval[1], 0, 1e-12);
        assertNear(turned.interval[1], -interval[0], 0, 1e-12);
      }
    }),
  );
});

test("answers that do not go together are as two groups, and those that do are surer", () => {
  const apart = pairedNewcombe({ both: 12, onlyFirst: 18, onlySecond: 8, neither: 12 });
  const groups = newcombeDifference({ count: 30, total: 50 }, { count: 20, total: 50 });
  assertNear(apart.interval[0], groups.interval[0], 1e-12);
  assertNear(apart.interval[1], groups.interval[1], 1e-12);
  const together = pairedNewcombe({ both: 19, onlyFirst: 11, onlySecond: 1, neither: 19 });
  assert.ok(together.interval[1] - together.interval[0] < groups.interval[1] - groups.interval[0]);
});

test("what is no table of pairs is refused", () => {
  const counts = { both: 1, onlyFirst: 1, onlySecond: 1, neither: 1 };
  for (const name of ["both", "onlyFirst", "onlySecond", "neither"]) {
    for (const bad of [-1, 0.5, Number.NaN]) {
      assert.throws(() => pairedNewcombe({ ...counts, [name]: bad }), /no number of cases/);
    }
  }
  const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  assert.throws(() => pairedNewcombe(none), /no share/);
});
