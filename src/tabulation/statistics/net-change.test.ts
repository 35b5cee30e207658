import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Moves, netChange } from "./net-change.ts";
import { assertNear } from "./testing/near.ts";

const z = 1.959963984540054;

test("1 better and 7 worse of 21 has the limits −.508 to −.013", () => {
  const { difference, interval } = netChange({ improved: 1, same: 13, worse: 7 });
  assertNear(difference, -6 / 21, 1e-15);
  assert.deepEqual(
    interval.map((limit) => limit.toFixed(3)),
    ["-0.508", "-0.013"],
  );
});

const size = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 1));
const moves = fc
  .record({ improved: size, same: size, worse: size })
  .filter(({ improved, same, worse }) => improved + same + worse > 0);

/** Every case as +1, 0 or −1, and one more on either side. */
function widened({ improved, same, worse }: Moves): readonly number[] {
  return [
    ...new Array<number>(improved + 1).fill(1),
    ...new Array<number>(same).fill(0),
    ...new Array<number>(worse + 1).fill(-1),
  ];
}

test("the interval is the plain one of the mean move, with one case more on either side", () => {
  fc.assert(
    fc.property(moves, (counts) => {
      const values = widened(counts);
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
      const half = (z * Math.sqrt(squares / values.length)) / Math.sqrt(values.length);
      const { difference, interval } = netChange(counts);
      const cases = counts.improved + counts.same + counts.worse;
      assertNear(difference, counts.improved / cases - counts.worse / cases, 0, 1e-14);
      assertNear(interval[0], Math.max(-1, mean - half), 0, 1e-12);
      assertNear(interval[1], Math.min(1, mean + half), 0, 1e-12);
    }),
    { numRuns: 5000 },
  );
});

test("it holds the difference within −1 to 1, and turns round with the direction", () => {
  fc.assert(
    fc.property(moves, (counts) => {
      const { difference, interval } = netChange(counts);
      assert.ok(-1 <= interval[0] && interval[0] <= difference);
      assert.ok(difference <= interval[1] && interval[1] <= 1);
      const turned = netChange({ ...counts, improved: counts.worse, worse: counts.improved });
      assertNear(turned.interval[0], -interval[1], 0, 1e-14);
      assertNear(turned.interval[1], -interval[0], 0, 1e-14);
    }),
  );
  assert.equal(netChange({ improved: 1, same: 0, worse: 0 }).interval[1], 1);
  assert.equal(netChange({ improved: 0, same: 0, worse: 1 }).interval[0], -1);
});

test("what is no number of cases is refused", () => {
  for (const bad of [-1, 0.5, Number.NaN]) {
    for (const name of ["improved", "same", "worse"]) {
      const counts = { improved: 1, same: 1, worse: 1, [name]: bad };
      assert.throws(() => netChange(counts), /no number of cases/);
    }
  }
  assert.throws(() => netChange({ improved: 0, same: 0, worse: 0 }), /no change without cases/);
});
