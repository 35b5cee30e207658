import assert from "node:assert/strict";
import { test } from "node:test";
import { transposed, weighted } from "./sparse.ts";

const rows = weighted([
  [
    [2, 5],
    [0, -1],
  ],
  [],
  [
    [2, 7],
    [3, 4],
  ],
]);

test("lists lie beside each other, an empty one from where it begins until where it begins", () => {
  assert.deepEqual(rows, {
    start: Int32Array.of(0, 2, 2, 4),
    items: Int32Array.of(2, 0, 2, 3),
    weights: Int32Array.of(5, -1, 7, 4),
  });
  assert.deepEqual(weighted([]), {
    start: Int32Array.of(0),
    items: new Int32Array(0),
    weights: new Int32Array(0),
  });
});

test("by their items: of each the lists it is in, in their order, with its weights there", () => {
  assert.deepEqual(transposed(rows, 5), {
    start: Int32Array.of(0, 1, 1, 3, 4, 4),
    items: Int32Array.of(0, 0, 2, 2),
    weights: Int32Array.of(-1, 5, 7, 4),
  });
});

test("turned twice it is itself, but for the order within a list", () => {
  const again = transposed(transposed(rows, 4), 3);
  assert.deepEqual(again.start, rows.start);
  assert.deepEqual(again.items, Int32Array.of(0, 2, 2, 3));
  assert.deepEqual(again.weights, Int32Array.of(-1, 5, 7, 4));
});
