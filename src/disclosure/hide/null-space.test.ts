import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NullSpace } from "./null-space.ts";
import { NullTableau } from "./null-tableau.ts";
import { transposed, weighted } from "./sparse.ts";
import type { Unknowns } from "./unknowns.ts";

type Matrix = readonly (readonly number[])[];

/** Unknowns of which nothing is told, with these equations. */
function unknownsOf(matrix: Matrix): Unknowns {
  const size = matrix[0]?.length ?? 0;
  const equations = weighted(
    matrix.map((row) => row.flatMap((factor, at) => (factor === 0 ? [] : [[at, factor] as const]))),
  );
  return {
    size,
    of: Int32Array.from({ length: size }, (_, at) => at),
    cells: Array.from({ length: size }, (_, at) => [at]),
    region: new Int32Array(size),
    regions: 1,
    counts: new Int32Array(size),
    worth: new Float64Array(size).fill(1),
    known: new Uint8Array(size),
    equations,
    within: transposed(equations, size),
  };
}

function settled(matrix: Matrix, open?: readonly number[]): readonly number[] {
  const unknowns = unknownsOf(matrix);
  const all = [...unknowns.counts.keys()];
  const space = new NullSpace(unknowns, open ?? all);
  return all.filter((each) => space.isSettled(each));
}

test("what the equations leave no way to change is settled", () => {
  assert.deepEqual(settled([[1, 1]]), []);
  assert.deepEqual(settled([[3, 0]]), [0]);
  assert.deepEqual(
    settled([
      [1, 1, 0],
      [1, -1, 0],
    ]),
    [0, 1],
  );
  assert.deepEqual(
    settled([
      [1, 1, 1, 0],
      [1, 1, 0, 0],
      [0, 0, 0, 0],
    ]),
    [2],
  );
});

test("what is not open stands still: settled itself, and those that hang on it alone", () => {
  const chain = [
    [1, -1, 0],
    [0, 1, -2],
  ];
  assert.deepEqual(settled(chain), []);
  assert.deepEqual(settled(chain, [0, 1]), [0, 1, 2]);
  assert.deepEqual(settled([[1, 1, 1]], [2, 0]), [1]);
});

test("so it is over the whole numbers, for all small equations", () => {
  const row = fc.array(fc.constantFrom(0, 0, 1, 1, -1, 2), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (matrix) => {
      const unit = (at: number) => [0, 1, 2, 3, 4].map((each) => Number(each === at));
      const rank = rankOf(matrix);
      const expected = [0, 1, 2, 3, 4].filter((at) => rankOf([...matrix, unit(at)]) === rank);
      assert.deepEqual(settled(matrix), expected);
    }),
    { numRuns: 300 },
  );
});

/** Without fractions, in whole numbers. */
function rankOf(matrix: Matrix): number {
  let left: number[][] = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < 5; column++) {
    const pivot = left.find((row) => row[column] !== 0);
    if (!pivot) continue;
    rank++;
    left = left
      .filter((row) => row !== pivot)
      .map((row) =>
        row.map(
          (value, at) => value * (pivot[column] ?? 0) - (pivot[at] ?? 0) * (row[column] ?? 0),
        ),
      );
  }
  return rank;
}

type Pushed = {
  readonly left: readonly number[];
  readonly price?: readonly number[];
  readonly sign?: 1 | -1;
  readonly target?: number;
  readonly paid?: readonly number[];
  readonly pay?: boolean;
};

function pushed(
  matrix: Matrix,
  { left, price = [], sign = 1, target = 5, paid = [], pay = true }: Pushed,
  near = left.map((_, at) => at),
) {
  const tableau = new NullTableau(
    unknownsOf(matrix),
    near,
    (unknown) => left[unknown] ?? 0,
    (unknown) => price[unknown] ?? 0,
  );
  const changes = new Float64Array(near.length);
  const marks = Uint8Array.from(near, (unknown) => paid[unknown] ?? 0);
  tableau.push(changes, sign, target, marks, pay);
  return [...changes].map((change) => Math.round(change * 1e6) / 1e6 + 0);
}

test("the guarded one is pushed as far as it is asked, and what hangs on it follows", () => {
  assert.deepEqual(pushed([[1, 1]], { left: [0, 9] }), [5, -5]);
  assert.deepEqual(pushed([[1, -2]], { left: [0, 0] }), [5, 2.5]);
  assert.deepEqual(pushed([[1, 1]], { left: [7, 0], sign: -1 }), [-5, 5]);
  assert.deepEqual(pushed([[0, 1, 1]], { left: [0, 1, 1] }), [5, 0, 0]);
});

test("or as far as there is something left to take", () => {
  assert.deepEqual(pushed([[1, 1]], { left: [0, 3] }), [3, -3]);
  assert.deepEqual(pushed([[1, 1]], { left: [2, 0], sign: -1 }), [-2, 2]);
  assert.deepEqual(pushed([[1, 2]], { left: [0, 2] }), [4, -2]);
  assert.deepEqual(pushed([[1]], { left: [4] }), [0]);
});

test("what one cannot give another does, the cheapest first, of equals the first", () => {
  const row = [[1, 1, 1, 1]];
  assert.deepEqual(pushed(row, { left: [0, 3, 9, 9] }), [5, -3, -2, 0]);
  assert.deepEqual(pushed(row, { left: [0, 9, 9, 9], price: [0, 2, 1, 3] }), [5, 0, -5, 0]);
  assert.deepEqual(pushed(row, { left: [0, 9, 2, 9], price: [0, 3, 1, 2] }), [5, 0, -2, -3]);
});

test("without paying nothing moves that costs, but what is paid for does", () => {
  const row = [[1, 1, 1]];
  assert.deepEqual(pushed(row, { left: [0, 9, 9], price: [0, 1, 1], pay: false }), [0, 0, 0]);
  const paid = { left: [0, 9, 9], price: [0, 1, 1], paid: [0, 1, 0], pay: false };
  assert.deepEqual(pushed(row, paid), [5, -5, 0]);
  assert.deepEqual(pushed(row, { left: [0, 9, 9], price: [0, 1, 0], pay: false }), [5, 0, -5]);
});

test("in a table with sums it goes around; who stands outside stands still", () => {
  const square = [
    [1, 1, 0, 0, 0],
    [0, 0, 1, 1, 0],
    [1, 0, 1, 0, 0],
    [0, 1, 0, 1, 1],
  ];
  assert.deepEqual(pushed(square, { left: [2, 9, 4, 1, 9] }, [0, 1, 2, 3]), [4, -4, -4, 4]);
  assert.deepEqual(
    pushed(square, { left: [2, 9, 9, 1, 9], sign: -1 }, [0, 1, 2, 3]),
    [-1, 1, 1, -1],
  );
  assert.deepEqual(pushed(square, { left: [0, 2, 9, 0, 9] }), [2, -2, -2, 2, 0]);
});

/** By trying every whole step of every unknown. */
function farthest(matrix: Matrix, left: readonly number[], sign: 1 | -1): number {
  const ends = left.map((have) => Array.from({ length: have + 6 }, (_, at) => at - have));
  let best = 0;
  const chosen: number[] = [];
  function choose(at: number): void {
    if (at === left.length) {
      const holds = matrix.every(
        (row) => row.reduce((sum, factor, each) => sum + factor * (chosen[each] ?? 0), 0) === 0,
      );
      if (holds) best = Math.max(best, sign * (chosen[0] ?? 0));
      return;
    }
    for (const step of ends[at] ?? []) {
      chosen[at] = step;
      choose(at + 1);
    }
  }
  choose(0);
  return Math.min(best, 5);
}

test("in tables of sums, whatever there is, it goes as far as any whole table does", () => {
  const tables = [
    [
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [1, 0, 1, 0],
    ],
    [
      [1, 1, 1, 0],
      [0, 1, 0, 1],
    ],
    [
      [1, -1, -1, 0],
      [0, 0, 1, -1],
    ],
  ];
  const left = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...tables), left, fc.constantFrom(1, -1), (table, have, way) => {
      const sign = way === 1 ? 1 : -1;
      const changes = pushed(table, { left: have, sign });
      assert.equal(sign * (changes[0] ?? 0) + 0, farthest(table, have, sign));
      for (const row of table)
        assert.equal(row.reduce((sum, factor, at) => sum + factor * (changes[at] ?? 0), 0) + 0, 0);
      changes.forEach((change, at) => {
        assert.ok(change >= -(have[at] ?? 0));
      });
    }),
    { numRuns: 40 },
  );
});
