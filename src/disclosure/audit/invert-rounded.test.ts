import assert from "node:assert/strict";
import { test } from "node:test";
import { attackedSet } from "./attacked-set.ts";
import { invertRounded } from "./invert-rounded.ts";
import { type GivenRelease, givenRelease } from "./testing/given-release.ts";

type Beside = NonNullable<GivenRelease["beside"]>[number];

/** What is known of each hidden cell when these stand beside. */
function known(
  counts: { readonly [cell: string]: number },
  hidden: readonly string[],
  ...beside: readonly Beside[]
): { readonly [cell: string]: readonly [number, number] } {
  const { published, numbers } = givenRelease({
    counts,
    hidden: [...hidden],
    relations: [],
    beside,
  });
  const { low, high } = invertRounded(attackedSet(published, numbers), published.beside);
  return Object.fromEntries(
    published.cells.map(({ id }, cell) => [id, [low[cell] ?? -1, high[cell] ?? -1] as const]),
  );
}

function percent(value: number, decimals = 0): Beside {
  return { kind: "percent", part: "part", base: "base", value, decimals };
}

test("without anything beside a hidden count is anything, and a told one itself", () => {
  assert.deepEqual(known({ part: 3, base: 7 }, ["part"]), { part: [0, Infinity], base: [7, 7] });
});

test("a whole percentage of a small base has one part; of a larger some", () => {
  assert.deepEqual(known({ part: 3, base: 40 }, ["part"], percent(8)).part, [3, 3]);
  // 12,5 may have been rounded up or down.
  assert.deepEqual(known({ part: 5, base: 40 }, ["part"], percent(12)).part, [5, 5]);
  assert.deepEqual(known({ part: 5, base: 40 }, ["part"], percent(13)).part, [5, 5]);
  assert.deepEqual(known({ part: 30, base: 400 }, ["part"], percent(8)).part, [30, 34]);
  assert.deepEqual(known({ part: 30, base: 400 }, ["part"], percent(7.5, 1)).part, [30, 30]);
});

test("a part is never less than nobody nor more than all", () => {
  assert.deepEqual(known({ part: 0, base: 300 }, ["part"], percent(0)).part, [0, 1]);
  assert.deepEqual(known({ part: 300, base: 300 }, ["part"], percent(100)).part, [299, 300]);
});

test("a mean times its base is the sum, which may be more than the base", () => {
  const mean = { kind: "mean", part: "part", base: "base", value: 2.3, decimals: 1 } as const;
  assert.deepEqual(known({ part: 23, base: 10 }, ["part"], mean).part, [23, 23]);
  assert.deepEqual(known({ part: 46, base: 20 }, ["part"], mean).part, [45, 47]);
});

test("an interval has the parts whose limits would both be told so", () => {
  const interval = {
    ...({ kind: "interval", part: "part", base: "base", decimals: 0 } as const),
    ...{ low: 24, high: 42 },
  };
  assert.deepEqual(known({ part: 32, base: 100 }, ["part"], interval).part, [32, 32]);
  const wide = { ...interval, low: 28, high: 35 };
  assert.deepEqual(known({ part: 219, base: 700 }, ["part"], wide).part, [217, 222]);
});

test("of a hidden base the least that fits is known, and nothing of how great it is", () => {
  assert.deepEqual(known({ part: 1, base: 3 }, ["base"], percent(33)).base, [3, 3]);
  assert.deepEqual(known({ part: 40, base: 80 }, ["base"], percent(50)).base, [80, 80]);
  // Bases are tried up to a hundred, or up to the greatest count that is told.
  assert.deepEqual(known({ part: 40, base: 120 }, ["base"], percent(33)).base, [0, Infinity]);
  assert.deepEqual(
    known({ part: 40, base: 120, more: 200 }, ["base"], percent(33)).base,
    [120, 123],
  );
});

test("with both hidden only what every pair has in common is known", () => {
  assert.deepEqual(known({ part: 4, base: 8 }, ["part", "base"], percent(50)), {
    part: [1, Infinity],
    base: [2, Infinity],
  });
});

test("one narrowed number narrows the next", () => {
  const next: Beside = { kind: "percent", part: "third", base: "part", value: 50, decimals: 0 };
  const counts = { third: 2, part: 4, base: 40 };
  assert.deepEqual(known(counts, ["third", "part"], next, percent(10)), {
    third: [2, 2],
    part: [4, 4],
    base: [40, 40],
  });
});

test("numbers that do not fit each other narrow nothing, nor do told ones", () => {
  assert.deepEqual(known({ part: 3, base: 7 }, ["part"], percent(50)).part, [0, Infinity]);
  assert.deepEqual(known({ part: 3, base: 7 }, [], percent(43)), { part: [3, 3], base: [7, 7] });
});
