import assert from "node:assert/strict";
import { test } from "node:test";
import { attackedSet } from "./attacked-set.ts";
import { reduceUnknowns } from "./reduce-unknowns.ts";

type Terms = readonly (readonly [cell: number, factor: number])[];

function reduced(cells: number, relations: readonly Terms[], known: readonly number[] = []) {
  const ids = Array.from({ length: cells }, (_, at) => ({ id: `${at}`, region: "" }));
  const set = attackedSet(
    {
      ...{ regions: [], beside: [], earlier: [], cells: ids, shown: ids.map(() => null) },
      relations: relations.map((terms) => ({
        kind: "options",
        terms: terms.map(([cell, factor]) => ({ cell, factor })),
      })),
    },
    { counts: ids.map(() => 0), guards: [], participants: [], earlier: [] },
  );
  const { members, rows } = reduceUnknowns(set, (cell) => known.includes(cell));
  return {
    members: Object.fromEntries(
      [...members].map(([first, all]) => [
        first,
        all.map(({ cell, sign }) => (sign > 0 ? `+${cell}` : `−${cell}`)).join(" "),
      ]),
    ),
    rows: rows.map((row) => [...row]),
  };
}

test("what is known is no unknown, and a relation of nothing else is no row", () => {
  assert.deepEqual(
    reduced(
      4,
      [
        [
          [0, 1],
          [1, -1],
        ],
        [
          [0, 1],
          [1, -1],
          [2, -1],
          [3, -2],
          [1, 1],
        ],
      ],
      [0, 1],
    ),
    {
      members: { 2: "+2", 3: "+3" },
      rows: [
        [
          [2, -1],
          [3, -2],
        ],
      ],
    },
  );
});

test("the number that a relation leaves alone is settled, and has a row that says so", () => {
  // all known = 0 + 1, and 1 = 2 + 3: when 0 is known 1 is, and then 2 and 3 move against each other.
  assert.deepEqual(
    reduced(
      4,
      [
        [
          [0, 1],
          [1, 2],
        ],
        [
          [1, 1],
          [2, -1],
          [3, -1],
        ],
      ],
      [0],
    ),
    { members: { 1: "+1", 2: "+2 −3" }, rows: [[[1, 1]]] },
  );
});

test("two that a relation leaves take the same step, or the opposite, and are one", () => {
  assert.deepEqual(
    reduced(2, [
      [
        [0, 3],
        [1, -3],
      ],
    ]),
    { members: { 0: "+0 +1" }, rows: [] },
  );
  assert.deepEqual(
    reduced(2, [
      [
        [1, 1],
        [0, 1],
      ],
    ]),
    { members: { 0: "+0 −1" }, rows: [] },
  );
});

test("two with different factors are not one: a third decides", () => {
  assert.deepEqual(
    reduced(2, [
      [
        [0, 2],
        [1, -1],
      ],
    ]),
    {
      members: { 0: "+0", 1: "+1" },
      rows: [
        [
          [0, 2],
          [1, -1],
        ],
      ],
    },
  );
});

test("what is joined is joined everywhere, and signs are carried on", () => {
  // 0 = −1 and 1 = −2, so 2 = 0; in the third relation they are one with all factors.
  assert.deepEqual(
    reduced(5, [
      [
        [0, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [2, 1],
      ],
      [
        [0, 1],
        [1, -1],
        [2, 1],
        [3, 1],
        [4, 2],
      ],
    ]),
    {
      members: { 0: "+0 −1 +2", 3: "+3", 4: "+4" },
      rows: [
        [
          [0, 3],
          [3, 1],
          [4, 2],
        ],
      ],
    },
  );
});

test("where joined numbers cancel out the rest is settled", () => {
  assert.deepEqual(
    reduced(3, [
      [
        [0, 1],
        [1, -1],
      ],
      [
        [0, 1],
        [1, -1],
        [2, 5],
      ],
    ]),
    { members: { 0: "+0 +1", 2: "+2" }, rows: [[[2, 1]]] },
  );
});

test("a number twice in a relation counts with both factors, or not at all", () => {
  assert.deepEqual(
    reduced(2, [
      [
        [0, 1],
        [0, 1],
        [1, -1],
      ],
      [
        [1, 1],
        [1, -1],
      ],
    ]),
    {
      members: { 0: "+0", 1: "+1" },
      rows: [
        [
          [0, 2],
          [1, -1],
        ],
      ],
    },
  );
});
