import assert from "node:assert/strict";
import { test } from "node:test";
import { attackedSet, farAway, isGuarded } from "./attacked-set.ts";
import { givenRelease } from "./testing/given-release.ts";

function guardedOf(
  count: number,
  guard: "none" | "few" | "few-or-none",
  { own = 0, whole, ownOfWhole = 0 }: { own?: number; whole?: number; ownOfWhole?: number } = {},
): boolean {
  const set = attackedSet(
    {
      ...{ regions: [], relations: [], beside: [], earlier: [] },
      cells: ["a", "all"].map((id) => ({ id, region: "" })),
      shown: [null, null],
    },
    {
      counts: [count, whole ?? 0],
      guards: [whole === undefined ? { guard } : { guard, whole: 1 }, { guard: "none" }],
      ...{ participants: [], earlier: [] },
    },
  );
  return isGuarded(
    set,
    0,
    new Map([
      [0, own],
      [1, ownOfWhole],
    ]),
  );
}

test("one to four are guarded, and nobody only where that tells of people", () => {
  for (const [count, few, none] of [
    [0, false, true],
    [1, true, true],
    [4, true, true],
    [5, false, false],
  ] as const) {
    assert.equal(guardedOf(count, "none"), false);
    assert.equal(guardedOf(count, "few"), few);
    assert.equal(guardedOf(count, "few-or-none"), none);
  }
});

test("what counts is what is left without one's own; a loss is as telling as a gain", () => {
  assert.equal(guardedOf(9, "few", { own: 5 }), true);
  assert.equal(guardedOf(9, "few", { own: 4 }), false);
  assert.equal(guardedOf(9, "few-or-none", { own: 9 }), true);
  assert.equal(guardedOf(0, "few", { own: 4 }), true);
  assert.equal(guardedOf(0, "few", { own: 5 }), false);
});

test("of a group all, or all but one, are guarded however many they are", () => {
  assert.equal(guardedOf(20, "few-or-none", { whole: 20 }), true);
  assert.equal(guardedOf(20, "few-or-none", { whole: 21 }), true);
  assert.equal(guardedOf(20, "few-or-none", { whole: 22 }), false);
  assert.equal(guardedOf(20, "few-or-none", { whole: 25, ownOfWhole: 4 }), true);
  assert.equal(guardedOf(20, "few-or-none", { whole: 25, own: 4, ownOfWhole: 4 }), false);
});

test("what was told before is joined with its relations, and what came between is guarded as few", () => {
  const { published, numbers } = givenRelease({
    counts: { all: 30, "A:x": 12, y: 18 },
    relations: ["all = A:x + y"],
    hidden: ["y"],
    participants: { A: { all: 9, "A:x": 12, y: 1 } },
  });
  const set = attackedSet(
    {
      ...published,
      earlier: [
        {
          release: "first",
          cells: [
            { id: "all", region: "", now: 0 },
            { id: "A:x", region: "A", now: 1 },
            { id: "gone", region: "", now: null },
          ],
          relations: [
            {
              kind: "options",
              terms: [
                { cell: 0, factor: 1 },
                { cell: 1, factor: -1 },
                { cell: 2, factor: -1 },
              ],
            },
          ],
          shown: [25, 14, null],
        },
      ],
    },
    {
      ...numbers,
      earlier: [
        {
          counts: [25, 14, 11],
          guards: [{ guard: "few" }, { guard: "few-or-none", whole: 0 }, { guard: "none" }],
          own: [
            new Map([
              [0, 9],
              [1, 10],
            ]),
          ],
        },
      ],
    },
  );
  assert.deepEqual(set.ids, [
    ...["all", "A:x", "y"],
    ...["first: all", "first: A:x", "first: gone"],
    ...["first–: all", "first–: A:x"],
  ]);
  assert.equal(set.regions[4], "A");
  assert.equal(set.regions[7], "A");
  assert.equal(set.ledgerFrom, 3);
  assert.deepEqual(set.shown, [30, 12, null, 25, 14, null, null, null]);
  assert.deepEqual([...set.counts], [30, 12, 18, 25, 14, 11, 5, -2]);
  assert.deepEqual([...set.least], [0, 0, 0, 0, 0, 0, 0, -farAway]);
  assert.deepEqual(set.guards.slice(3), [
    { guard: "few" },
    { guard: "few-or-none", whole: 3 },
    { guard: "none" },
    { guard: "few" },
    { guard: "few" },
  ]);
  assert.deepEqual(set.relations.slice(1), [
    {
      kind: "options",
      terms: [
        { cell: 3, factor: 1 },
        { cell: 4, factor: -1 },
        { cell: 5, factor: -1 },
      ],
    },
    {
      kind: "round",
      terms: [
        { cell: 0, factor: 1 },
        { cell: 3, factor: -1 },
        { cell: 6, factor: -1 },
      ],
    },
    {
      kind: "round",
      terms: [
        { cell: 1, factor: 1 },
        { cell: 4, factor: -1 },
        { cell: 7, factor: -1 },
      ],
    },
  ]);
  // Of what came to all nothing was its own: it had nine then and nine now.
  assert.deepEqual(
    [...(set.own[0] ?? [])].sort(([one], [other]) => one - other),
    [
      [0, 9],
      [1, 12],
      [2, 1],
      [3, 9],
      [4, 10],
      [7, 2],
    ],
  );
});

test("a publication of which nothing private is known has nobody in it, and nothing guarded", () => {
  const { published, numbers } = givenRelease({ counts: { all: 7 }, relations: [], hidden: [] });
  const earlier = {
    release: "lost",
    cells: [{ id: "all", region: "", now: null }],
    relations: [],
    shown: [],
  };
  const set = attackedSet({ ...published, earlier: [earlier] }, { ...numbers, earlier: [] });
  assert.deepEqual([...set.counts], [7, 0]);
  assert.deepEqual(set.shown, [7, null]);
  assert.deepEqual(set.guards[1], { guard: "none" });
});

test("a place beyond the set is guarded from nobody", () => {
  const { published, numbers } = givenRelease({ counts: { all: 1 }, relations: [], hidden: [] });
  assert.equal(isGuarded(attackedSet(published, numbers), 9, new Map()), false);
});
