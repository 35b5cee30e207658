import assert from "node:assert/strict";
import { test } from "node:test";
import { Widths } from "./widths.ts";

function widths(down: readonly number[], up: readonly number[]): Widths {
  return new Widths({ down: Float64Array.from(down), up: Float64Array.from(up) });
}

/** A nought without a sign. */
function stepsOf(found: Widths, column: number): readonly number[] {
  return found.stepsOf(column).map((step) => step + 0);
}

test("before any move nothing is wide", () => {
  const none = widths([-3], [4]);
  assert.equal(none.of(0), 0);
  assert.deepEqual(stepsOf(none, 0), [0, 0]);
});

test("a move is taken as often as the limits of all its columns let it, both ways", () => {
  const found = widths([-3, -8], [4, 5]);
  found.take([
    [0, 1],
    [1, -2],
  ]);
  // Forwards the second may go down 8: 4 times; backwards it may go up 5: twice.
  assert.deepEqual(stepsOf(found, 0), [-2, 4]);
  assert.deepEqual(stepsOf(found, 1), [-8, 4]);
  assert.equal(found.of(0), 6);
  assert.equal(found.of(1), 12);
});

test("a move that one column stops changes nothing", () => {
  const stopped = widths([0, -9], [9, 0]);
  stopped.take([
    [0, -1],
    [1, 1],
  ]);
  assert.deepEqual(stepsOf(stopped, 0), [0, 9]);
  const still = widths([-9, 0], [9, 0]);
  still.take([
    [0, 1],
    [1, 1],
  ]);
  assert.deepEqual(stepsOf(still, 0), [0, 0]);
});

test("one way is enough; the furthest of several moves counts", () => {
  const found = widths([-9, -9, 0], [2, 9, 9]);
  found.take([
    [0, 1],
    [2, 1],
  ]);
  assert.deepEqual(stepsOf(found, 0), [0, 2]);
  assert.deepEqual(stepsOf(found, 2), [0, 2]);
  found.take([
    [0, -3],
    [1, 1],
  ]);
  assert.deepEqual(stepsOf(found, 0), [-9, 2]);
  assert.deepEqual(stepsOf(found, 1), [0, 3]);
  found.take([
    [0, 2],
    [2, 2],
  ]);
  assert.deepEqual(stepsOf(found, 0), [-9, 2]);
});
