import assert from "node:assert/strict";
import { test } from "node:test";
import { componentOf } from "./testing/component-of.ts";
import { loadSolver, WidthPrograms } from "./width-programs.ts";

const highs = await loadSolver();

test("the most and the least that a column can be, with the steps of all", () => {
  const programs = new WidthPrograms(highs, componentOf([[1, -1]], [-2, -3], [7, 4]));
  assert.deepEqual(programs.optimum([0], 1), { steps: Float64Array.of(4, 4), value: 4 });
  assert.deepEqual(programs.optimum([0], -1), { steps: Float64Array.of(-2, -2), value: -2 });
  assert.deepEqual(programs.optimum([0, 1], 1)?.value, 8);
  assert.equal(programs.solved, 3);
  programs.close();
});

test("in whole steps where that is asked, in fractions again where it is not", () => {
  const programs = new WidthPrograms(highs, componentOf([[2, -3]], [-4, -9], [4, 9]));
  assert.equal(programs.optimum([1], 1, true)?.value, 2);
  assert.ok(Math.abs((programs.optimum([1], 1)?.value ?? 0) - 8 / 3) < 1e-9);
  assert.equal(programs.optimum([1], -1, true)?.value, -2);
  programs.close();
});

test("an attacker's limits stand until the next one's", () => {
  const programs = new WidthPrograms(highs, componentOf([[1, -1]], [-2, -3], [7, 4]));
  programs.limit({ down: Float64Array.of(0, -3), up: Float64Array.of(7, 1) });
  assert.equal(programs.optimum([0], 1)?.value, 1);
  assert.equal(programs.optimum([0], -1)?.value, 0);
  programs.close();
});

test("limits that nothing fits are no answer", () => {
  const programs = new WidthPrograms(highs, componentOf([[1, -1]]));
  programs.limit({ down: Float64Array.of(2, -3), up: Float64Array.of(7, 1) });
  assert.equal(programs.optimum([0], 1), undefined);
  programs.close();
});
