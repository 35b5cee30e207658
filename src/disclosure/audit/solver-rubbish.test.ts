import assert from "node:assert/strict";
import { test } from "node:test";
import { attackComponent } from "./attack-component.ts";
import { CheapestMoves } from "./cheapest-moves.ts";
import type { Component } from "./component.ts";
import { columnsOf, movesWithin } from "./move.ts";
import { loadSolver, WidthPrograms } from "./width-programs.ts";

const highs = await loadSolver();

/** Two by two: every row and every column adds up. */
const square: Component = {
  starts: Int32Array.of(0, 2, 4, 6, 8),
  columns: Int32Array.of(0, 1, 2, 3, 0, 2, 1, 3),
  factors: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1),
  down: Float64Array.of(-3, -20, -20, -20),
  up: new Float64Array(4).fill(1000),
};

const rubbish: { readonly [name: string]: Partial<Component> } = {
  "a limit that is no number": { up: Float64Array.of(Number.NaN, 1, 1, 1) },
  "a least step above the greatest": { down: Float64Array.of(7, 7, 7, 7), up: new Float64Array(4) },
  "a factor that is no number": { factors: new Float64Array(8).fill(Number.NaN) },
  "a factor without end": { factors: new Float64Array(8).fill(Number.POSITIVE_INFINITY) },
  "rows that name columns far outside": { columns: new Int32Array(8).fill(99) },
  "rows that end before they begin": { starts: Int32Array.of(0, 6, 4, 2, 8) },
};

for (const [name, wrong] of Object.entries(rubbish)) {
  test(`${name}: no table is found, and no width is believed`, () => {
    const component = { ...square, ...wrong };
    for (const solve of [tableOf, cheapestOf]) {
      const steps = found(() => solve(component));
      const moves = steps ? movesWithin(square, columnsOf(square), steps) : [];
      // Whatever it answers, only what adds up in the true relations could be a table.
      for (const move of moves) {
        const taken = new Float64Array(4);
        for (const [column, step] of move) taken[column] = step;
        assert.equal((taken[0] ?? 0) + (taken[1] ?? 0), 0);
        assert.equal((taken[0] ?? 0) + (taken[2] ?? 0), 0);
      }
    }
    // The solver is the same for all that follows.
    assert.equal(tableOf(square)?.[0], 6);
    assert.equal(cheapestOf(square)?.[0], 5);
  });
}

/** A solver that finds everything optimal, and answers this. */
function answering(steps: readonly number[], rows: readonly number[]): typeof highs {
  const answer = { colValue: Float64Array.from(steps), rowValue: Float64Array.from(rows) };
  const lyingModel = () =>
    new Proxy(highs.createModel(), {
      get: (model, name) => {
        if (name === "getSolution") return () => answer;
        const value = Reflect.get(model, name);
        return typeof value === "function" ? value.bind(model) : value;
      },
    });
  return new Proxy(highs, {
    get: (solver, name) => (name === "createModel" ? lyingModel : Reflect.get(solver, name)),
  });
}

test("an answer is believed only if it has every step and every row adds up", () => {
  const answer = (steps: readonly number[], rows: readonly number[]) => {
    const programs = new WidthPrograms(answering(steps, rows), square);
    const value = programs.optimum([0], 1)?.value;
    programs.close();
    return value;
  };
  const [steps, rows] = [
    [3, -3, -3, 3],
    [0, 0, 0, 0],
  ];
  assert.equal(answer(steps, rows), 3);
  assert.equal(answer(steps, [0, 1e-7, 0, 0]), 3, "so near does it reckon");
  assert.equal(answer(steps, [0, 0, 0, 1]), undefined);
  assert.equal(answer(steps, [0, -1, 0, 0]), undefined);
  assert.equal(answer(steps, [0, 0, Number.NaN, 0]), undefined);
  assert.equal(answer(steps, [0, 0, 0]), undefined);
  assert.equal(answer([3, -3, -3], rows), undefined);
  assert.equal(answer([3, -3, -3, 3, 0], rows), undefined);
  assert.equal(answer([3, Number.POSITIVE_INFINITY, -3, 3], rows), undefined);
});

test("a solver that answers nonsense proves no width", () => {
  const lying = answering([500_000, 500_000, 500_000, 0, 0, 0], [0, 0, 0]);
  const targets = Int32Array.of(0);
  const none = { changed: new Int32Array(), down: new Float64Array(), up: new Float64Array() };
  // Three rows leave one column alone: it cannot move, whatever the solver says.
  const tight: Component = {
    starts: Int32Array.of(0, 2, 4, 6),
    columns: Int32Array.of(0, 1, 0, 1, 1, 2),
    factors: Float64Array.of(1, 1, 1, 2, 1, 1),
    down: new Float64Array(3).fill(-9),
    up: new Float64Array(3).fill(9),
  };
  const job = { component: tight, moves: [], sights: [{ attacker: [], targets, ...none }] };
  const settled = attackComponent(lying, job, () => {});
  assert.deepEqual(
    settled.found.map(({ column, attack }) => [column, attack]),
    [[0, "exact"]],
  );
  assert.equal(settled.leastWidth, null);
  // And here one step either way is all there is.
  const narrow = { ...square, down: new Float64Array(4).fill(-1), up: new Float64Array(4).fill(1) };
  assert.deepEqual(attackComponent(lying, { ...job, component: narrow }, () => {}).found, [
    { column: 0, attacker: [], attack: "interval", down: -1, up: 1 },
  ]);
});

function tableOf(component: Component): Float64Array | undefined {
  const programs = new WidthPrograms(highs, component);
  try {
    const up = component.up.map((most) => Math.min(most, 6));
    programs.limit({ down: component.down, up });
    return programs.optimum([0], 1)?.steps;
  } finally {
    programs.close();
  }
}

function cheapestOf(component: Component): Float64Array | undefined {
  const moves = new CheapestMoves(highs, component);
  try {
    return moves.find(0, 5);
  } finally {
    moves.close();
  }
}

/** What is rubbish enough is refused with an error: that is an answer too. */
function found(solve: () => Float64Array | undefined): Float64Array | undefined {
  try {
    return solve();
  } catch (error) {
    assert.ok(error instanceof Error);
    return undefined;
  }
}
