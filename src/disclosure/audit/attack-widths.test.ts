import assert from "node:assert/strict";
import { test } from "node:test";
import { attackComponent } from "./attack-component.ts";
import { WidthAttack } from "./attack-widths.ts";
import type { Component } from "./component.ts";
import type { Move } from "./move.ts";
import type { AttackerName, Sight } from "./sight.ts";
import { componentOf } from "./testing/component-of.ts";
import { loadSolver } from "./width-programs.ts";

const highs = await loadSolver();

/** One attack on some columns, with what was learned by it. */
function attack(component: Component, targets: readonly number[], known: readonly Move[] = []) {
  const widths = new WidthAttack(highs, component, known);
  const found = widths.attack(component, targets);
  widths.close();
  return { ...found, learned: widths.learned, programs: widths.programs };
}

test("a column that can move by five is wide by a move alone, and no program is solved", () => {
  const found = attack(componentOf([[1, -1]], -2, 3), [0, 1]);
  assert.deepEqual(found, {
    ...{ settled: [], narrow: [], leastWidth: 5, byMove: 2, bySolver: 0, programs: 0 },
    learned: [
      [
        [1, 1],
        [0, 1],
      ],
    ],
  });
});

test("one that can move by four is narrow, and told between what it lies", () => {
  const found = attack(componentOf([[1, -1]], -1, 3), [1]);
  assert.deepEqual(found.narrow, [{ column: 1, down: -1, up: 3 }]);
  assert.deepEqual([found.settled, found.leastWidth], [[], undefined]);
  assert.deepEqual([found.byMove, found.bySolver], [0, 0]);
});

test("one that cannot move is settled, whatever its limits are", () => {
  const settled = componentOf([
    [1, 1],
    [1, -1],
  ]);
  const found = attack(settled, [0, 1]);
  assert.deepEqual([found.settled, found.narrow], [[0, 1], []]);
  assert.deepEqual([found.byMove, found.bySolver], [0, 0]);
});

test("one that could move by fractions of a case alone is narrow, and told as far as they reach", () => {
  const found = attack(componentOf([[2, -9]], [-9, -1], [4, 9]), [1]);
  assert.deepEqual(found.narrow, [{ column: 1, down: -1, up: 0 }]);
});

test("an attacker's own limits count, not those of everybody", () => {
  const component = componentOf([[1, -1]]);
  const widths = new WidthAttack(highs, component, []);
  const limits = { down: Float64Array.of(-1, -9), up: Float64Array.of(9, 3) };
  assert.deepEqual(widths.attack(limits, [0]).narrow, [{ column: 0, down: -1, up: 3 }]);
  // The next one has others again.
  assert.deepEqual(widths.attack(component, [0]).narrow, []);
  widths.close();
});

/** The first column's row has forty others that stand alone in a row of their own, and one that does not. */
function crowded(): Component {
  const width = 42;
  const unit = (at: number) => Array.from({ length: width }, (_, each) => Number(each === at));
  return componentOf([
    new Array<number>(width).fill(1),
    ...Array.from({ length: 40 }, (_, at) => unit(at + 1)),
  ]);
}

test("what no search finds the solver may prove, and so it is told", () => {
  const found = attack(crowded(), [0]);
  assert.deepEqual([found.byMove, found.bySolver, found.programs], [0, 1, 1]);
  assert.deepEqual([found.settled, found.narrow, found.leastWidth], [[], [], 18]);
  assert.deepEqual(found.learned, [
    [
      [0, 1],
      [41, -1],
    ],
  ]);
  const job = { component: crowded(), sights: [sight([], [0])], moves: [] };
  const { bySolver, programs, moves } = attackComponent(highs, job, () => {});
  assert.deepEqual([bySolver, programs, moves.length], [1, 1, 1]);
});

test("the least of several widths is told", () => {
  const found = attack(
    componentOf(
      [
        [1, -1, 0, 0],
        [0, 0, 1, -1],
      ],
      [-4, -4, -3, -3],
      [4, 4, 3, 3],
    ),
    [0, 2],
  );
  assert.equal(found.leastWidth, 6);
});

test("a move that is known already is tried first, and what it proves is not searched for", () => {
  const component = componentOf([[1, -1]], -2, 3);
  const move: Move = [
    [0, 1],
    [1, 1],
  ];
  const found = attack(component, [0], [move]);
  assert.deepEqual([found.byMove, found.learned], [1, []]);
});

test("unsettled is what a known move moves, if this attacker can stop none of it", () => {
  const component = componentOf([[1, -1, 0]]);
  const widths = new WidthAttack(highs, component, [
    [
      [0, 1],
      [1, 1],
    ],
  ]);
  assert.equal(widths.isUnsettled(component, 0), true);
  assert.equal(widths.isUnsettled(component, 2), false, "no move is known");
  const oneWay = { down: Float64Array.of(-1, 0, 0), up: Float64Array.of(0, 1, 0) };
  assert.equal(widths.isUnsettled(oneWay, 0), true);
  const stopped = { down: Float64Array.of(-1, 0, 0), up: Float64Array.of(0, 0, 0) };
  assert.equal(widths.isUnsettled(stopped, 0), false);
  widths.close();
});

function sight(
  attacker: AttackerName,
  targets: readonly number[],
  stopped: readonly number[] = [],
): Sight {
  return {
    attacker,
    changed: Int32Array.from(stopped),
    down: new Float64Array(stopped.length),
    up: new Float64Array(stopped.length),
    targets: Int32Array.from(targets),
  };
}

test("each attacker is told what it opened, and how; pairs only that they did", () => {
  const component = componentOf([[1, 1, -1, 0]], [-2, -2, -4, -9], [1, 1, 3, 9]);
  let attacked = 0;
  const job = {
    component,
    sights: [
      sight([], [0, 3]),
      sight(["A"], [0], [1, 2]),
      sight(["A", "B"], [0], [1, 2]),
      sight(["A", "C"], [0], [1]),
    ],
    moves: [],
  };
  const { found, pairs, leastWidth, exact, byMove, bySolver } = attackComponent(highs, job, () => {
    attacked++;
  });
  assert.deepEqual(found, [
    { column: 0, attacker: [], attack: "interval", down: -2, up: 1 },
    { column: 0, attacker: ["A"], attack: "exact", down: 0, up: 0 },
  ]);
  assert.deepEqual(pairs, [["A", "B"]]);
  assert.deepEqual([leastWidth, exact, byMove, bySolver, attacked], [18, 5, 1, 0, 4]);
});

test("where nothing is wide there is no least width", () => {
  const component = componentOf([[1, -1]], -1, 1);
  const job = { component, sights: [sight([], [0])], moves: [] };
  const { leastWidth, found } = attackComponent(highs, job, () => {});
  assert.deepEqual([leastWidth, found.length], [null, 1]);
});
