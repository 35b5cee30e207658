import assert from "node:assert/strict";
import { test } from "node:test";
import { tableSet } from "../testing/table-set.ts";
import { Hiding } from "./hiding.ts";
import { groundOf, isUnseen, isWide, moveOf, proves, type Steps, widthOf } from "./move.ts";
import { nearest } from "./move-by-program.ts";
import { onlookersOf, outsider } from "./onlookers.ts";
import { ShiftLists } from "./shift-lists.ts";
import { unknownsOf } from "./unknowns.ts";

/** Three regions by two answers, of which everybody knows the sums and the regions' sizes. */
const table = tableSet({
  counts: {
    ...{ "all yes": 32, "all no": 38, "all a": 22, "all b": 30, "all c": 18 },
    ...{ "a yes": 2, "a no": 20, "b yes": 20, "b no": 10, "c yes": 10, "c no": 8 },
  },
  sums: [
    ["all yes", "a yes", "b yes", "c yes"],
    ["all no", "a no", "b no", "c no"],
    ["all a", "a yes", "a no"],
    ["all b", "b yes", "b no"],
    ["all c", "c yes", "c no"],
  ],
});
const ownOf = (region: string, ...shares: readonly (readonly [number, number])[]) => {
  return { region, own: new Map(shares) };
};
const participants = [ownOf("b", [0, 20], [1, 10], [3, 30]), ownOf("c", [0, 10], [1, 8], [4, 18])];
const counted = { ...table, participants };
const unknowns = unknownsOf(counted);
const onlookers = onlookersOf(counted, unknowns);
const ground = groundOf(unknowns, onlookers);
const [aYes, aNo, bYes, bNo, cYes, cNo] = [5, 6, 7, 8, 9, 10];

function steps(moved: readonly (readonly [number, number, number])[], unit = 1): Steps {
  return {
    unknowns: Int32Array.from(moved, ([unknown]) => unknown),
    up: Float64Array.from(moved, ([, up]) => up),
    down: Float64Array.from(moved, ([, , down]) => down),
    unit,
  };
}

/** Between a and b: so often up and down. */
function between(up: number, down: number, [yes, no] = [bYes, bNo]): Steps {
  return steps([
    [aYes, up, down],
    [aNo, -up, -down],
    [yes, -up, -down],
    [no, up, down],
  ]);
}

test("a number is uncertain by what it can be more and less, in whole cases", () => {
  assert.equal(widthOf(between(3, 2), aYes), 5);
  assert.equal(widthOf(between(3, 2), bYes), -5);
  assert.equal(widthOf(between(3, 2), cYes), 0);
  assert.equal(widthOf(steps([[aYes, 9, 6]], 3), aYes), 5);
});

test("five apart is enough, four is not, and every equation must stand, up and down", () => {
  assert.equal(isWide(between(3, 2), aYes, ground), true);
  assert.equal(isWide(between(3, 1), aYes, ground), false);
  const onlyUp = { ...between(5, 0), down: Float64Array.of(1, 0, 0, 0) };
  assert.equal(isWide(onlyUp, aYes, ground), false);
  const onlyDown = { ...between(0, 5), up: Float64Array.of(1, -1, 0, 0) };
  assert.equal(isWide(onlyDown, aYes, ground), false);
  assert.equal(isWide(between(2.5, 2.5), aYes, ground), false, "half a case");
  // What was added up before leaves nothing behind.
  assert.equal(isWide(between(3, 2), aYes, ground), true);
});

test("nothing becomes less than nothing, not even without one's own", () => {
  assert.equal(isUnseen(between(3, 2), outsider, ground), true);
  assert.equal(isUnseen(between(3, 3), outsider, ground), false, "a has two");
  assert.equal(isUnseen(between(20, 0), outsider, ground), true);
  assert.equal(isUnseen(between(21, 0), outsider, ground), false);
  const halves = steps(
    [
      [aYes, 2, 4],
      [aNo, -2, -4],
    ],
    2,
  );
  assert.equal(isUnseen(halves, outsider, ground), true);
});

test("who knows a number sees that it stands still", () => {
  assert.equal(isUnseen(between(3, 2), 0, ground), false);
  assert.equal(isUnseen(between(3, 2), 1, ground), true);
  assert.equal(isUnseen(steps([[0, 0, 0]]), outsider, ground), false, "what everybody is told");
});

test("a proof is of both", () => {
  assert.equal(proves(between(3, 2), aYes, outsider, ground), true);
  assert.equal(proves(between(3, 2), aYes, 0, ground), false);
  assert.equal(proves(between(3, 1), aYes, outsider, ground), false);
});

test("a move says whom it hides nothing from, in order", () => {
  assert.deepEqual(moveOf(between(3, 2), "shifts", ground), {
    ...between(3, 2),
    ...{ by: "shifts", exposedTo: [0] },
  });
  assert.deepEqual(moveOf(between(3, 2, [cYes, cNo]), "program", ground).exposedTo, [1]);
  const both = steps([
    [cYes, 1, 1],
    [bYes, -1, -1],
  ]);
  assert.deepEqual(moveOf(both, "program", ground).exposedTo, [0, 1]);
});

test("hidden are the guarded, what no table tells, and what kept moves move, as long as they are kept", () => {
  const hiding = new Hiding(unknowns, [aYes]);
  const hidden = () => [...hiding.hidden.keys()].filter((at) => hiding.hidden[at] === 1);
  assert.deepEqual([hidden(), hiding.cost, hiding.movesOf(aYes)], [[aYes], 0, []]);
  const first = moveOf(between(3, 2), "shifts", ground);
  const second = moveOf(between(3, 2, [cYes, cNo]), "shifts", ground);
  hiding.keep(aYes, [first]);
  assert.deepEqual([hidden(), hiding.cost], [[aYes, aNo, bYes, bNo], 3]);
  assert.deepEqual(hiding.movesOf(aYes), [first]);
  hiding.keep(aYes, [first, second]);
  assert.deepEqual([hidden(), hiding.cost], [[aYes, aNo, bYes, bNo, cYes, cNo], 5]);
  assert.deepEqual(hiding.restingOn(bYes), [aYes]);
  assert.deepEqual([hiding.isBesides(bYes), hiding.isBesides(aYes)], [true, false]);
  hiding.keep(aYes, [second]);
  assert.deepEqual([hidden(), hiding.cost], [[aYes, aNo, cYes, cNo], 3]);
  assert.deepEqual(hiding.restingOn(bYes), []);
  assert.equal(hiding.isBesides(bYes), false);
  hiding.keep(bNo, [first]);
  hiding.keep(bNo, []);
  assert.deepEqual([hidden(), hiding.cost], [[aYes, aNo, cYes, cNo], 3], "kept for another still");
  assert.deepEqual(hiding.restingOn(aNo), [aYes], "and no more for the one that let go");
});

test("what is told by no table is hidden at no cost, unless everybody knows it", () => {
  const some = unknownsOf(
    tableSet({
      counts: { "all x": 9, "a x": 4, "b x": 5, "all y": 3, "a y": 3 },
      sums: [["all x", "a x", "b x"]],
      factors: [
        [
          ["all y", 2],
          ["a y", -2],
        ],
      ],
      never: ["b x", "a y"],
    }),
  );
  const hiding = new Hiding(some, []);
  assert.deepEqual([...hiding.hidden], [0, 0, 1, 0]);
  assert.equal(hiding.isBesides(2), false);
});

test("the nearest are found outwards over the equations, as many as may move", () => {
  const { known } = unknowns;
  assert.deepEqual(nearest(aYes, 3, unknowns, known), [aYes, bYes, cYes]);
  assert.deepEqual(nearest(aYes, 9, unknowns, known), [aYes, bYes, cYes, aNo, bNo, cNo]);
  assert.deepEqual(nearest(aYes, 1, unknowns, known), [aYes]);
  const notB = (unknown: number) => unknown !== bYes;
  assert.deepEqual(nearest(aYes, 4, unknowns, known, notB), [aYes, cYes, aNo, cNo]);
  const fixed = known.slice();
  fixed[cYes] = 1;
  assert.deepEqual(nearest(aYes, 4, unknowns, fixed), [aYes, bYes, aNo, bNo]);
});

test("shifts lie beside each other; one that was not ended is forgotten", () => {
  const lists = new ShiftLists();
  lists.begin();
  lists.add(7, 1);
  lists.add(8, -1);
  lists.end();
  lists.begin();
  lists.add(9, 5);
  assert.equal(lists.begun, 1);
  lists.begin();
  assert.equal(lists.begun, 0);
  lists.add(3, 2);
  lists.end();
  assert.deepEqual([lists.length, lists.size, lists.begun], [2, 3, 0]);
  assert.deepEqual([...lists.start.subarray(0, 3)], [0, 2, 3]);
  assert.deepEqual([...lists.items.subarray(0, 3)], [7, 8, 3]);
  assert.deepEqual([...lists.changes.subarray(0, 3)], [1, -1, 2]);
});

test("there is room for as many shifts as there are", () => {
  const lists = new ShiftLists();
  for (let shift = 0; shift < 3000; shift++) {
    lists.begin();
    for (let part = 0; part < 6; part++) lists.add(shift, part);
    lists.end();
  }
  assert.deepEqual([lists.length, lists.size, lists.start[3000]], [3000, 18_000, 18_000]);
  assert.deepEqual([lists.items[17_999], lists.changes[17_999]], [2999, 5]);
  assert.deepEqual([lists.items[0], lists.changes[5], lists.start[1]], [0, 5, 6]);
});
