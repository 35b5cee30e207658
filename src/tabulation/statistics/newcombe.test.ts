import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newcombeDifference } from "./newcombe.ts";
import { assertNear } from "./testing/near.ts";
import { plainScoreLimits } from "./testing/plain-score-limits.ts";

for (const { one, other, limits } of [
  { one: { count: 56, total: 70 }, other: { count: 48, total: 80 }, limits: [0.0524, 0.3339] },
  { one: { count: 9, total: 10 }, other: { count: 3, total: 10 }, limits: [0.1705, 0.809] },
]) {
  test(`${one.count}/${one.total} − ${other.count}/${other.total} has the published limits`, () => {
    const found = newcombeDifference(one, other);
    assert.deepEqual(
      found.interval.map((limit) => limit.toFixed(4)),
      limits.map((limit) => limit.toFixed(4)),
    );
    assertNear(found.difference, one.count / one.total - other.count / other.total, 1e-15);
  });
}

const share = fc
  .integer({ min: 1, max: 400 })
  .chain((total) =>
    fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }),
  );

test("the limits are those of the score equation, squared and added", () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const { difference, interval } = newcombeDifference(one, other);
      const [a, b] = [one.count / one.total, other.count / other.total];
      const [aLower, aUpper] = plainScoreLimits(one.count, one.total);
      const [bLower, bUpper] = plainScoreLimits(other.count, other.total);
      assertNear(difference, a - b, 1e-14);
      assertNear(interval[0], a - b - Math.sqrt((a - aLower) ** 2 + (bUpper - b) ** 2), 0, 1e-12);
      assertNear(interval[1], a - b + Math.sqrt((aUpper - a) ** 2 + (b - bLower) ** 2), 0, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

test("it holds the difference within −1 to 1, and turns round with the groups", () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const { difference, interval } = newcombeDifference(one, other);
      const turned = newcombeDifference(other, one);
      // All of one group and none of the other: the limit is the difference itself.
      assert.ok(-1 <= interval[0] && interval[0] <= difference);
      assert.ok(difference <= interval[1] && interval[1] <= 1 && interval[0] < interval[1]);
      assertNear(turned.interval[0], -interval[1], 1e-12, 1e-14);
      assertNear(turned.interval[1], -interval[0], 1e-12, 1e-14);
    }),
  );
});

test("without cases in either group there is no difference to be unsure of", () => {
  const share = { count: 1, total: 2 };
  for (const none of [
    { count: 0, total: 0 },
    { count: 3, total: 2 },
    { count: -1, total: 2 },
    { count: 0.5, total: 2 },
  ]) {
    assert.throws(() => newcombeDifference(share, none), /no share/);
    assert.throws(() => newcombeDifference(none, share), /no share/);
  }
});
