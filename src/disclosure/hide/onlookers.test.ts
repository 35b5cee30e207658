import assert from "node:assert/strict";
import { test } from "node:test";
import type { CountedSet } from "../linked/linked-cells.ts";
import { tableSet } from "../testing/table-set.ts";
import { onlookersOf, outsider, shareOf } from "./onlookers.ts";
import { unknownsOf } from "./unknowns.ts";
import { View } from "./view.ts";

type Given = Parameters<typeof tableSet>[0];

function onlookers(given: Given | CountedSet) {
  const counted = "set" in given ? given : tableSet(given);
  const unknowns = unknownsOf(counted);
  return { unknowns, ...onlookersOf(counted, unknowns) };
}

test("from everybody are guarded one to four, nobody of what is sensitive, and all but one of a group", () => {
  const { fromAll } = onlookers({
    counts: {
      ...{ "a p": 0, "a q": 1, "a r": 4, "a s": 5, "a none": 0, "a open": 3 },
      ...{ "a x": 19, "a y": 18, "a group": 20, "a big": 20 },
    },
    sums: [],
    sensitive: ["a none", "a x", "a y"],
    unguarded: ["a open"],
    wholes: { "a x": "a group", "a y": "a group", "a big": "a group" },
  });
  assert.deepEqual([...fromAll], [0, 1, 1, 0, 1, 0, 1, 0, 0, 1]);
});

const area: Given = {
  counts: { "all yes": 60, "area yes": 13, "a yes": 9, "b yes": 4 },
  sums: [["area yes", "a yes", "b yes"]],
  participants: ["a", "b"],
};

test("a participant has its share of what it is in, and knows what is its own", () => {
  const { count, sharesOf, unknownsOf: mine } = onlookers(area);
  assert.equal(count, 2);
  const [a, b] = [
    { participant: 0, own: 9, all: false },
    { participant: 1, own: 4, all: false },
  ] as const;
  assert.deepEqual(sharesOf, [[a, b], [a, b], [{ ...a, all: true }], [{ ...b, all: true }]]);
  assert.deepEqual(mine[1], [
    { unknown: 0, share: b },
    { unknown: 1, share: b },
    { unknown: 3, share: { ...b, all: true } },
  ]);
});

test("what is left without a share is guarded from the one whose share it is", () => {
  const { fromAll, fromSome } = onlookers(area);
  assert.deepEqual([...fromAll], [0, 0, 0, 1]);
  // Of the area's thirteen nine are a's: four are left.
  assert.deepEqual([...fromSome], [[1, [0]]]);
});

test("from several it is guarded in the order of the participants, and from nobody who knows it", () => {
  const { fromAll, fromSome } = onlookers({
    counts: { "area yes": 6, "a yes": 3, "b yes": 3 },
    sums: [["area yes", "a yes", "b yes"]],
    participants: ["a", "b"],
  });
  assert.deepEqual([...fromAll], [0, 1, 1]);
  assert.deepEqual([...fromSome], [[0, [0, 1]]]);
});

test("a share of the group alone may leave but one who answered otherwise", () => {
  const { fromAll, fromSome, sharesOf } = onlookers({
    counts: { "area yes": 20, "area group": 30, "a group": 9 },
    sums: [],
    sensitive: ["area yes"],
    wholes: { "area yes": "area group" },
    participants: ["a"],
  });
  assert.deepEqual([...fromAll], [0, 0, 0]);
  assert.deepEqual([...fromSome], [[0, [0]]]);
  assert.deepEqual(sharesOf[0], [{ participant: 0, own: 0, all: false }]);
});

test("shares that are more than there is, or do not add up, are refused", () => {
  const counted = tableSet({
    counts: { "all yes": 9, "a yes": 5, "b yes": 4 },
    sums: [["all yes", "a yes", "b yes"]],
  });
  const withShares = (all: number, a: number) => () =>
    onlookers({
      ...counted,
      participants: [
        {
          region: "c",
          own: new Map([
            [0, all],
            [1, a],
          ]),
        },
      ],
    });
  assert.throws(withShares(6, 6), { message: "A participant has more than was counted." });
  assert.throws(withShares(5, 4), {
    message: "A relation of the linked set does not hold for a participant.",
  });
  assert.doesNotThrow(withShares(5, 5));
});

test("a share is found by whose it is", () => {
  const all = onlookers(area);
  assert.equal(shareOf(all, 0, 1)?.own, 9);
  assert.equal(shareOf(all, 1, 1)?.own, 4);
  assert.equal(shareOf(all, 1, 2), undefined);
  assert.equal(shareOf(all, 2, 1), undefined);
  assert.equal(shareOf(all, outsider, 1), undefined);
});

test("each sees what is left without its own, and then the next sees it anew", () => {
  const { unknowns, ...rest } = onlookers(area);
  const view = new View(unknowns, rest);
  const seen = () => [[...view.left], [...view.fixed]];
  const fromOutside = [
    [60, 13, 9, 4],
    [1, 0, 0, 0],
  ];
  assert.deepEqual(seen(), fromOutside);
  view.look(0);
  assert.equal(view.onlooker, 0);
  assert.deepEqual(seen(), [
    [51, 4, 0, 4],
    [1, 0, 1, 0],
  ]);
  view.look(0);
  view.look(1);
  assert.deepEqual(seen(), [
    [56, 9, 9, 0],
    [1, 0, 0, 1],
  ]);
  view.look(outsider);
  assert.deepEqual(seen(), fromOutside);
});
