import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, isPossible, movesWithin, shortened } from "./move.ts";
import { componentOf } from "./testing/component-of.ts";

/** Two rows and two columns of a table whose sums are told, and a third pair that hangs by itself. */
const table = componentOf([
  [1, 1, 0, 0, 0, 0],
  [0, 0, 1, 1, 0, 0],
  [1, 0, 1, 0, 0, 0],
  [0, 1, 0, 1, 0, 0],
  [0, 0, 0, 0, 2, -1],
]);
const turned = columnsOf(table);

test("the rows of each column, in their order, with the factors there", () => {
  assert.deepEqual(turned, {
    starts: Int32Array.of(0, 2, 4, 6, 8, 9, 10),
    rows: Int32Array.of(0, 2, 0, 3, 1, 2, 1, 3, 4, 4),
    factors: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 2, -1),
  });
});

test("a move is divided by what all its steps have in common", () => {
  assert.deepEqual(
    shortened([
      [0, 6],
      [1, -9],
    ]),
    [
      [0, 2],
      [1, -3],
    ],
  );
  assert.deepEqual(shortened([[3, -4]]), [[3, -1]]);
  const whole = [
    [0, 2],
    [1, -3],
  ] as const;
  assert.equal(shortened(whole), whole);
});

test("a move is possible if every row that it touches adds up to nought", () => {
  assert.equal(
    isPossible(turned, [
      [0, 1],
      [1, -1],
      [2, -1],
      [3, 1],
    ]),
    true,
  );
  assert.equal(
    isPossible(turned, [
      [0, 1],
      [1, -1],
    ]),
    false,
  );
  assert.equal(
    isPossible(turned, [
      [4, 1],
      [5, 2],
    ]),
    true,
  );
  assert.equal(
    isPossible(turned, [
      [4, 1],
      [5, 1],
    ]),
    false,
  );
  assert.equal(
    isPossible(turned, [
      [4, 0.5],
      [5, 1],
    ]),
    false,
    "half a case",
  );
});

test("an answer's parts are moves of their own, each from its first column on", () => {
  const steps = [2, -2, -2, 2, 1, 2];
  assert.deepEqual(movesWithin(table, turned, steps), [
    [
      [0, 2],
      [1, -2],
      [2, -2],
      [3, 2],
    ],
    [
      [4, 1],
      [5, 2],
    ],
  ]);
});

test("what a solver's arithmetic leaves over is rounded away, and no more than that", () => {
  const cycle = [
    [0, 1],
    [1, -1],
    [2, -1],
    [3, 1],
  ];
  assert.deepEqual(movesWithin(table, turned, [1 + 9e-7, -1, -1, 1 - 9e-7, 9e-7, 0]), [cycle]);
  assert.deepEqual(movesWithin(table, turned, [1 + 2e-6, -1, -1, 1, 0, 0]), []);
  assert.deepEqual(movesWithin(table, turned, [0, 0, 0, 0, 2e-6, 0]), []);
});

test("parts in fractions and parts that do not add up are left out; others stay", () => {
  assert.deepEqual(movesWithin(table, turned, [1, -1, 0, 0, 1, 2]), [
    [
      [4, 1],
      [5, 2],
    ],
  ]);
  assert.deepEqual(movesWithin(table, turned, [1, -1, -1, 1, 0.5, 1]), [
    [
      [0, 1],
      [1, -1],
      [2, -1],
      [3, 1],
    ],
  ]);
  assert.deepEqual(movesWithin(table, turned, [0, 0, 0, 0, 0, 0]), []);
});
