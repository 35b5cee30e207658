import assert from "node:assert/strict";
import { test } from "node:test";
import { tableSet } from "../testing/table-set.ts";
import { componentsOf } from "./components.ts";
import { guardedInOrder } from "./guarded-in-order.ts";
import { Names } from "./names.ts";
import { onlookersOf } from "./onlookers.ts";
import { unknownsOf } from "./unknowns.ts";

type Given = Parameters<typeof tableSet>[0];

function unknowns(given: Given) {
  return unknownsOf(tableSet(given));
}

/** Two regions by two answers, of which everybody knows the sums. */
const table: Given = {
  counts: { "all yes": 30, "all no": 40, "a yes": 10, "a no": 20, "b yes": 20, "b no": 20 },
  sums: [
    ["all yes", "a yes", "b yes"],
    ["all no", "a no", "b no"],
  ],
};

test("what is told is known and out of the equations; the rest stands in them with its factors", () => {
  assert.deepEqual(unknowns(table), {
    size: 6,
    of: Int32Array.of(0, 1, 2, 3, 4, 5),
    cells: [[0], [1], [2], [3], [4], [5]],
    region: Int32Array.of(0, 0, 1, 1, 2, 2),
    regions: 3,
    counts: Int32Array.of(30, 40, 10, 20, 20, 20),
    worth: Float64Array.of(0, 0, 1, 1, 1, 1),
    known: Uint8Array.of(1, 1, 0, 0, 0, 0),
    equations: {
      start: Int32Array.of(0, 2, 4),
      items: Int32Array.of(2, 4, 3, 5),
      weights: Int32Array.of(-1, -1, -1, -1),
    },
    within: {
      start: Int32Array.of(0, 0, 0, 1, 2, 3, 4),
      items: Int32Array.of(0, 1, 0, 1),
      weights: Int32Array.of(-1, -1, -1, -1),
    },
  });
});

test("equal cells are one unknown: of the first one's region, worth what both are", () => {
  const one = unknowns({
    counts: { "a yes": 7, "b yes": 7, "b no": 3, "b left": 3 },
    sums: [
      ["a yes", "b yes"],
      ["b left", "b no"],
    ],
    never: ["b left"],
  });
  assert.deepEqual([...one.of], [0, 0, 1, 1]);
  assert.deepEqual(one.cells, [
    [0, 1],
    [2, 3],
  ]);
  assert.deepEqual([...one.region], [0, 1]);
  assert.deepEqual([...one.worth], [2, 1]);
  assert.deepEqual([...one.counts], [7, 3]);
  assert.deepEqual(one.equations.items, new Int32Array(0), "nothing is left of an equation of two");
});

test("what is equal to something told is known", () => {
  const { known } = unknowns({
    counts: { "all yes": 7, "a yes": 7 },
    sums: [["all yes", "a yes"]],
  });
  assert.deepEqual([...known], [1]);
});

test("the one number that an equation leaves is known, and so is what follows from that", () => {
  const { known } = unknowns({
    counts: { "all n": 10, "all x": 4, "a y": 6, "a p": 3, "a q": 3, "b r": 3, "b s": 5 },
    sums: [["all n", "all x", "a y"]],
    factors: [
      [
        ["a y", 1],
        ["a p", -1],
        ["a q", -1],
      ],
      [
        ["a y", 1],
        ["a q", -1],
        ["b r", -1],
      ],
    ],
  });
  assert.deepEqual([...known], [1, 1, 1, 0, 0, 0, 0]);
});

test("what adds up to nobody is nobody, if nothing is taken away from it", () => {
  const noughts = { "all n": 0, "a x": 0, "a y": 0, "b z": 0 };
  assert.deepEqual(
    [...unknowns({ counts: noughts, sums: [["all n", "a x", "a y", "b z"]] }).known],
    [1, 1, 1, 1],
  );
  const mixed = [
    ["all n", 1],
    ["a x", -1],
    ["a y", -1],
    ["b z", 1],
  ] as const;
  assert.deepEqual(
    [...unknowns({ counts: noughts, sums: [], factors: [mixed] }).known],
    [1, 0, 0, 0],
  );
  const some = { "all n": 3, "a x": 0, "a y": 0, "b z": 3 };
  assert.deepEqual(
    [...unknowns({ counts: some, sums: [["all n", "a x", "a y", "b z"]] }).known],
    [1, 0, 0, 0],
  );
});

test("counts that do not add up are refused", () => {
  assert.throws(() => unknowns({ counts: { "all x": 3, "a x": 2 }, sums: [["all x", "a x"]] }), {
    message: "A relation of the linked set does not hold for its counts.",
  });
});

test("hidden unknowns hang together by equations, also by way of others, but not of what is told", () => {
  const chain = unknowns({
    counts: { "a p": 1, "a q": 1, "a r": 2, "a s": 4, "a t": 8, "a u": 9 },
    sums: [
      ["a r", "a p", "a q"],
      ["a s", "a r", "a p", "a q"],
      ["a t", "a s", "a r", "a p", "a q"],
    ],
  });
  const hidden = (...which: readonly number[]) => {
    const marks = new Uint8Array(chain.size);
    for (const each of which) marks[each] = 1;
    return componentsOf(chain, marks);
  };
  assert.deepEqual(hidden(5, 4, 0), [[0, 4], [5]]);
  assert.deepEqual(hidden(0, 1, 2, 3, 4, 5), [[0, 1, 2, 3, 4], [5]]);
  assert.deepEqual(hidden(3, 5), [[3], [5]]);
  assert.deepEqual(hidden(), []);
});

test("numbers of two regions have the same name if they count the same", () => {
  const { set, ...rest } = tableSet({
    counts: { "all yes": 50, "a yes": 20, "a no": 3, "b no": 4, "b yes": 30 },
    sums: [["all yes", "a yes", "b yes"]],
  });
  const all = unknownsOf({ set, ...rest });
  const names = new Names(set, all);
  assert.deepEqual([...names.of], [0, 0, 1, 1, 0]);
  const places = [0, 1, 2].map((region) => [0, 1].map((name) => names.find(region, name)));
  assert.deepEqual(places, [
    [-1, -1],
    [1, 2],
    [4, 3],
  ]);
  assert.equal(names.find(9, 0), -1);
});

test("the guarded choose from the nation down, first what no table tells, then the least", () => {
  const counted = tableSet({
    counts: { "a w": 4, "a x": 2, "a y": 2, "a z": 3, "all q": 4, "all r": 9, "b v": 1 },
    sums: [],
    never: ["a z"],
  });
  const all = unknownsOf(counted);
  assert.deepEqual(guardedInOrder(counted, all, onlookersOf(counted, all)), [4, 3, 6, 1, 2, 0]);
});

test("guarded from a participant alone is in its turn too", () => {
  const counted = tableSet({
    counts: { "all x": 20, "area x": 7, "a x": 5 },
    sums: [],
    participants: ["a"],
  });
  const all = unknownsOf(counted);
  assert.deepEqual(guardedInOrder(counted, all, onlookersOf(counted, all)), [1]);
});
