import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { missingBounds } from "./missing-bounds.ts";

test("21 of 30 known, 50 asked: between 42 and 82 percent of all", () => {
  assert.deepEqual(missingBounds(21, 30, 50), { lowest: 0.42, highest: 0.82 });
});

const chains = fc
  .integer({ min: 1, max: 40 })
  .chain((eligible) => fc.tuple(fc.integer({ min: 0, max: eligible }), fc.constant(eligible)))
  .chain(([base, eligible]) =>
    fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base), fc.constant(eligible)),
  );

test("whatever the missing had answered, the share had been between the two, and could be either", () => {
  fc.assert(
    fc.property(chains, ([count, base, eligible]) => {
      const known = Array.from({ length: base }, (_, i) => i < count);
      const shares = Array.from({ length: eligible - base + 1 }, (_, yes) => {
        const missing = Array.from({ length: eligible - base }, (_, i) => i < yes);
        const all = [...known, ...missing];
        return all.filter(Boolean).length / all.length;
      });
      assert.deepEqual(missingBounds(count, base, eligible), {
        lowest: Math.min(...shares),
        highest: Math.max(...shares),
      });
    }),
    { numRuns: 5000 },
  );
});

test("with all known they are the share, with nothing known they say nothing", () => {
  assert.deepEqual(missingBounds(3, 12, 12), { lowest: 0.25, highest: 0.25 });
  assert.deepEqual(missingBounds(0, 0, 7), { lowest: 0, highest: 1 });
});

test("what are not parts of each other are refused", () => {
  for (const [count, base, eligible] of [
    [3, 2, 5],
    [2, 6, 5],
    [0, 0, 0],
  ] as const) {
    assert.throws(() => missingBounds(count, base, eligible), /no parts of each other/);
  }
  for (const bad of [-1, 0.5, Number.NaN]) {
    assert.throws(() => missingBounds(bad, 1, 1), /no number of cases/);
    assert.throws(() => missingBounds(0, bad, 1), /no number of cases/);
    assert.throws(() => missingBounds(0, 0, bad), /no number of cases/);
  }
});
