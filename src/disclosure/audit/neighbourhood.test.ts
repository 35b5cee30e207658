import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf } from "./move.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";
import { componentOf } from "./testing/component-of.ts";

/** A chain of columns: 0 – 1 – 2 – 3 – 4, each two tied by a row. */
const chain = componentOf(
  [
    [1, -1, 0, 0, 0],
    [0, 2, -1, 0, 0],
    [0, 0, 3, -1, 0],
    [0, 0, 0, 4, -1],
  ],
  [-1, -2, -3, -4, -5],
  [1, 2, 3, 4, 5],
);

function near(target: number, size: number, limits = chain) {
  return neighbourhoodOf(chain, columnsOf(chain), limits, target, size);
}

test("the target is first, then its nearest, row by row, with the rows that they are in", () => {
  const { part } = near(2, 3);
  assert.deepEqual(part, {
    // Columns 2, 1, 3 have places 0, 1, 2; the outer rows have but one of them.
    starts: Int32Array.of(0, 2, 4, 5, 6),
    columns: Int32Array.of(1, 0, 0, 2, 1, 2),
    factors: Float64Array.of(2, -1, 3, -1, -1, 4),
    down: Float64Array.of(-3, -2, -4),
    up: Float64Array.of(3, 2, 4),
  });
});

test("steps of the part are steps of the whole, where all others stand still", () => {
  assert.deepEqual(near(2, 3).spread(Float64Array.of(7, 8, 9)), Float64Array.of(0, 8, 7, 9, 0));
});

test("what may neither go down nor up is left out, and what lies behind it", () => {
  const wall = {
    ...chain,
    down: Float64Array.of(-1, -2, -3, 0, -5),
    up: Float64Array.of(1, 2, 3, 0, 5),
  };
  assert.deepEqual(near(2, 9, wall).part.down, Float64Array.of(-3, -2, -1));
  const oneWay = {
    ...chain,
    down: Float64Array.of(0, -2, -3, 0, -5),
    up: Float64Array.of(1, 0, 3, 0, 5),
  };
  assert.deepEqual(near(2, 9, oneWay).part.up, Float64Array.of(3, 0, 1));
});

test("as many columns as are asked for, and no more than there are", () => {
  assert.equal(near(0, 1).part.down.length, 1);
  assert.equal(near(0, 2).part.down.length, 2);
  assert.equal(near(0, 9).part.down.length, 5);
});
