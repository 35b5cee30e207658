import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Component } from "./component.ts";
import { settledColumns } from "./settled-columns.ts";

type Matrix = readonly (readonly number[])[];

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

function componentOf(matrix: Matrix): Component {
  const width = matrix[0]?.length ?? 0;
  const entries = matrix.map((row) =>
    row.flatMap((factor, column) => (factor === 0 ? [] : [{ factor, column }])),
  );
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(entries.flat(), ({ column }) => column),
    factors: Float64Array.from(entries.flat(), ({ factor }) => factor),
    down: new Float64Array(width).fill(-9),
    up: new Float64Array(width).fill(9),
  };
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
