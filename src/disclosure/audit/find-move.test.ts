import assert from "node:assert/strict";
import { test } from "node:test";
import { findMove, mostTables } from "./find-move.ts";
import { columnsOf } from "./move.ts";
import { componentOf, type Matrix } from "./testing/component-of.ts";

type Bounds = { down?: number | number[]; up?: number | number[]; from?: [number, number][] };

function found(
  matrix: Matrix,
  [target, step]: [number, number],
  { down = -9, up = 9, from = [] }: Bounds = {},
  tries = mostTables,
) {
  const component = componentOf(matrix, down, up);
  const limits = { ...component, from: new Map(from) };
  return findMove(component, columnsOf(component), limits, target, step, tries);
}

/** Rows a b, c d and columns a c, b d. */
const square = [
  [1, 1, 0, 0],
  [0, 0, 1, 1],
  [1, 0, 1, 0],
  [0, 1, 0, 1],
];

test("in a plain table it is an alternating cycle, told from the last step back to the target", () => {
  assert.deepEqual(found(square, [0, 2]), [
    [3, 2],
    [2, -2],
    [1, -2],
    [0, 2],
  ]);
});

test("a step as far as the limits is within them, one further is not", () => {
  assert.notEqual(found(square, [0, 2], { up: 2, down: -2 }), undefined);
  assert.equal(found(square, [0, 3], { up: 2, down: -3 }), undefined);
  assert.equal(found(square, [0, -3], { up: 3, down: -2 }), undefined);
  assert.equal(found(square, [0, 2], { up: 9, down: [-9, -1, -9, -9] }), undefined);
});

test("what has been taken already counts towards the limits", () => {
  assert.notEqual(found(square, [0, 2], { up: [3, 9, 9, 9], from: [[0, 1]] }), undefined);
  assert.equal(found(square, [0, 2], { up: [3, 9, 9, 9], from: [[0, 2]] }), undefined);
  assert.equal(found(square, [0, 2], { down: [-9, -3, -9, -9], from: [[1, -2]] }), undefined);
});

test("a row is mended by a whole step of as much as it is too much by, by its factor", () => {
  assert.deepEqual(found([[2, -1]], [0, 3]), [
    [1, 6],
    [0, 3],
  ]);
  assert.equal(found([[1, 2]], [0, 3]), undefined, "half a case mends nothing");
  assert.deepEqual(found([[1, 2, -1]], [0, 3]), [
    [2, 3],
    [0, 3],
  ]);
});

test("a column that no row holds moves alone; one that stands alone in a row cannot", () => {
  assert.deepEqual(found([[0, 1, 1]], [0, 4]), [[0, 4]]);
  assert.equal(found([[1]], [0, 1]), undefined);
});

test("what needs fewest cells is tried first, of equals the latest", () => {
  // The second can be undone alone; the third breaks another row.
  const beside = [
    [1, 1, 1, 0],
    [0, 0, 1, 1],
  ];
  assert.deepEqual(found(beside, [0, 1]), [
    [1, -1],
    [0, 1],
  ]);
  assert.deepEqual(found([[1, 1, 1]], [0, 1]), [
    [2, -1],
    [0, 1],
  ]);
});

test("of broken rows the shortest is mended first, and a mended one is broken no more", () => {
  const rows = [
    [1, 1, 1, 1, 0],
    [1, 0, 0, 0, 1],
    [0, 0, 0, 1, -1],
  ];
  assert.deepEqual(found(rows, [0, 1]), [
    [3, -1],
    [4, -1],
    [0, 1],
  ]);
});

test("it gives up after so many tables", () => {
  assert.equal(found(square, [0, 1], {}, 3), undefined);
  assert.notEqual(found(square, [0, 1], {}, 4), undefined);
});

test("a row is mended by forty of its cells at most", () => {
  const wide = (stuck: number) => {
    // Each of the first may move, and then stands alone in a row of its own.
    const width = stuck + 2;
    const unit = (at: number) => Array.from({ length: width }, (_, each) => Number(each === at));
    const ties = Array.from({ length: stuck }, (_, at) => unit(at + 1));
    return [new Array<number>(width).fill(1), ...ties];
  };
  assert.deepEqual(found(wide(39), [0, 1]), [
    [40, -1],
    [0, 1],
  ]);
  assert.equal(found(wide(40), [0, 1]), undefined);
});
