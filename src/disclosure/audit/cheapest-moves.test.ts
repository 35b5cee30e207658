import assert from "node:assert/strict";
import { test } from "node:test";
import { CheapestMoves } from "./cheapest-moves.ts";
import { componentOf } from "./testing/component-of.ts";
import { loadSolver } from "./width-programs.ts";

const highs = await loadSolver();

/** The first can be met by the second alone, or by three others together. */
const rows = [
  [1, 1, 1, 0, 0],
  [0, 0, 1, 1, 0],
  [0, 0, 0, 1, 1],
];

function moves(down: number | readonly number[] = -9, up: number | readonly number[] = 9) {
  return new CheapestMoves(highs, componentOf(rows, down, up));
}

const steps = (found: Float64Array | undefined) => found && [...found].map((step) => step + 0);

test("the move of as few steps as can be, up and down", () => {
  const cheapest = moves();
  assert.deepEqual(steps(cheapest.find(0, 5)), [5, -5, 0, 0, 0]);
  assert.deepEqual(steps(cheapest.find(0, -5)), [-5, 5, 0, 0, 0]);
  assert.deepEqual(steps(cheapest.find(4, 2)), [0, -2, 2, -2, 2]);
  assert.equal(cheapest.solved, 3);
  cheapest.close();
});

test("no column goes further than it may: what is missing goes the longer way", () => {
  const cheapest = moves([-9, -3, -9, -9, -9], [9, 4, 9, 9, 9]);
  assert.deepEqual(steps(cheapest.find(0, 5)), [5, -3, -2, 2, -2]);
  assert.deepEqual(steps(cheapest.find(0, -5)), [-5, 4, 1, -1, 1]);
  cheapest.close();
});

test("where the others cannot follow nothing is found, and the next is asked as before", () => {
  const cheapest = moves([-9, -3, 0, -9, -9], [9, 4, 0, 9, 9]);
  assert.equal(cheapest.find(0, 5), undefined);
  assert.deepEqual(steps(cheapest.find(0, 3)), [3, -3, 0, 0, 0]);
  assert.deepEqual(steps(cheapest.find(1, 4)), [-4, 4, 0, 0, 0]);
  cheapest.close();
});

test("afterwards the target moves as far as it may again, and no further", () => {
  const cheapest = moves([-2, -9, -1, -9, -9], [1, 9, 0, 9, 9]);
  assert.deepEqual(steps(cheapest.find(0, 1)), [1, -1, 0, 0, 0]);
  assert.deepEqual(steps(cheapest.find(0, -2)), [-2, 2, 0, 0, 0]);
  assert.deepEqual(steps(cheapest.find(1, 3)), [-2, 3, -1, 1, -1]);
  assert.deepEqual(steps(cheapest.find(1, -1)), [1, -1, 0, 0, 0]);
  assert.equal(cheapest.find(1, -2), undefined);
  cheapest.close();
});

test("another attacker has other limits", () => {
  const cheapest = moves();
  cheapest.limit({ down: Float64Array.of(-9, 0, -9, -9, -9), up: Float64Array.of(9, 0, 9, 9, 9) });
  assert.deepEqual(steps(cheapest.find(0, 5)), [5, 0, -5, 5, -5]);
  cheapest.limit({ down: Float64Array.of(-9, -9, 0, -9, -9), up: Float64Array.of(9, 9, 0, 9, 9) });
  assert.deepEqual(steps(cheapest.find(0, 5)), [5, -5, 0, 0, 0]);
  cheapest.close();
});
