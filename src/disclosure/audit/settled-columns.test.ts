import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { settledColumns } from "./settled-columns.ts";
import { componentOf, type Matrix } from "./testing/component-of.ts";

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 10 }))
  .chain(([rows, width]) =>
    fc.array(
      fc.array(fc.constantFrom(0, 0, 0, 1, 1, -1, 2), { minLength: width, maxLength: width }),
      { minLength: rows, maxLength: rows },
    ),
  );

/** Fractions of big whole numbers: a slow elimination that knows nothing of primes. */
function rankOf(matrix: Matrix): number {
  const rows = matrix.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const pivot = rows[at];
    if (!pivot) continue;
    rows.splice(at, 1);
    rows.splice(rank, 0, pivot);
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0n;
      if (index <= rank || factor === 0n) continue;
      const times = pivot[column] ?? 1n;
      rows[index] = row.map((value, each) => value * times - (pivot[each] ?? 0n) * factor);
    }
    rank++;
  }
  return rank;
}

test("a column is settled if and only if its unit vector adds nothing to the rank", () => {
  fc.assert(
    fc.property(matrix, (rows) => {
      const component = componentOf(rows);
      const targets = [...component.down.keys()];
      const settled = settledColumns(component, component, targets);
      const rank = rankOf(rows);
      const expected = [...targets].filter(
        (column) =>
          rankOf([...rows, [...targets].map((each) => (each === column ? 1 : 0))]) === rank,
      );
      assert.deepEqual(settled, expected);
    }),
    { numRuns: 2000, seed: 6 },
  );
});

test("columns are told in the order they were asked for, and nothing of nobody", () => {
  const settled = componentOf([
    [1, 1],
    [1, -1],
  ]);
  assert.deepEqual(settledColumns(settled, settled, [1, 0]), [1, 0]);
  assert.deepEqual(settledColumns(settled, settled, []), []);
});

test("a column that may go neither down nor up stands still, and those tied to it alone with it", () => {
  const pair = componentOf([[1, 1]], [0, -9], [0, 9]);
  assert.deepEqual(settledColumns(pair, pair, [0, 1]), [0, 1]);
  const downOnly = componentOf([[1, 1]], [-1, -9], [0, 9]);
  assert.deepEqual(settledColumns(downOnly, downOnly, [0, 1]), []);
});

test("a factor that is nought modulo the prime ties nothing", () => {
  const prime = 67_108_859;
  const loose = componentOf([[1, prime]]);
  assert.deepEqual(settledColumns(loose, loose, [0, 1]), [0]);
  const tied = componentOf([[1, prime + 1]]);
  assert.deepEqual(settledColumns(tied, tied, [0, 1]), []);
});
