import assert from "node:assert/strict";
import { test } from "node:test";
import { attackedSet, farAway } from "./attacked-set.ts";
import { findComponents } from "./component.ts";
import { invertRounded } from "./invert-rounded.ts";
import { guardedMembers, isOwn, type Knowing, limitsOf, outsider, sightOf } from "./sight.ts";
import { type GivenRelease, givenRelease } from "./testing/given-release.ts";

function attacked(given: GivenRelease) {
  const { published, numbers } = givenRelease(given);
  const set = attackedSet(published, numbers);
  const bounds = invertRounded(set, published.beside);
  const joined = findComponents(set, bounds, (cell) => bounds.low[cell] === bounds.high[cell]);
  const participants = numbers.participants.map(
    ({ region }, who): Knowing => ({ regions: [region], own: set.own[who] ?? new Map() }),
  );
  return { set, joined, participants };
}

/** Of 60 told, four hidden in two regions: no two of them are the same number. */
const given: GivenRelease = {
  counts: { all: 60, "A:x": 3, "B:x": 20, "A:y": 7, "B:y": 30 },
  relations: ["all = A:x + B:x + A:y + B:y"],
  hidden: ["A:x", "B:x", "A:y", "B:y"],
  participants: { A: { all: 10, "A:x": 3, "A:y": 7 }, B: { all: 50, "B:x": 20, "B:y": 30 } },
};

test("a component goes from nought to as far as there is to go, seen from the true table", () => {
  const { joined } = attacked(given);
  assert.equal(joined.length, 1);
  assert.deepEqual(joined[0]?.component, {
    starts: Int32Array.of(0, 4),
    columns: Int32Array.of(0, 1, 2, 3),
    factors: Float64Array.of(1, 1, 1, 1),
    down: Float64Array.of(-3, -20, -7, -30),
    up: new Float64Array(4).fill(farAway),
  });
});

test("cells that no relation ties are components of their own, in the order of their first cells", () => {
  const { joined } = attacked({
    counts: { a: 1, all: 10, b: 4, c: 3, d: 3, lone: 2 },
    relations: ["all = b + c + d"],
    hidden: ["a", "b", "c", "d", "lone"],
  });
  assert.deepEqual(
    joined.map(({ members }) => members.flat().map(({ cell }) => cell)),
    [[0], [2, 3, 4], [5]],
  );
});

test("one that goes down when the first goes up lends it its limits", () => {
  const { joined } = attacked({
    counts: { all: 10, a: 4, b: 6 },
    relations: ["all = a + b"],
    hidden: ["a", "b"],
  });
  assert.deepEqual(joined[0]?.members, [
    [
      { cell: 1, sign: 1 },
      { cell: 2, sign: -1 },
    ],
  ]);
  const { down, up } = joined[0]?.component ?? {};
  assert.deepEqual([down, up], [Float64Array.of(-4), Float64Array.of(6)]);
});

test("an outsider sees what everybody sees, and aims at what is guarded from it", () => {
  const { set, joined } = attacked(given);
  const [component] = joined;
  assert.ok(component);
  assert.deepEqual(sightOf(set, component, outsider), {
    attacker: [],
    changed: new Int32Array(0),
    down: new Float64Array(0),
    up: new Float64Array(0),
    targets: Int32Array.of(0),
  });
});

test("a participant's own cells stand still, and are none that it aims at", () => {
  const { set, joined, participants } = attacked(given);
  const [component] = joined;
  const [a, b] = participants;
  assert.ok(component && a && b);
  assert.equal(sightOf(set, component, a), undefined, "of B nothing is guarded");
  const sight = sightOf(set, component, b);
  assert.deepEqual(sight?.changed, Int32Array.of(1, 3));
  assert.deepEqual(sight?.targets, Int32Array.of(0));
  assert.deepEqual(sight && limitsOf(component.component, sight), {
    down: Float64Array.of(-3, 0, -7, 0),
    up: Float64Array.of(farAway, 0, farAway, 0),
  });
  assert.equal(isOwn(set, b, 2), true);
  assert.equal(isOwn(set, b, 1), false);
  assert.equal(isOwn(set, outsider, 0), false);
});

test("of what others are in too it knows that there are no fewer than its own", () => {
  const { set, joined, participants } = attacked({
    counts: { all: 60, x: 7, y: 9, z: 44 },
    relations: ["all = x + y + z"],
    hidden: ["x", "y", "z"],
    participants: { A: { x: 4, z: 1 } },
  });
  const [component] = joined;
  const [a] = participants;
  assert.ok(component && a);
  const sight = sightOf(set, component, a);
  assert.deepEqual(sight, {
    attacker: ["A"],
    changed: Int32Array.of(0, 2),
    down: Float64Array.of(-3, -43),
    up: Float64Array.of(farAway, farAway),
    targets: Int32Array.of(0),
  });
});

test("its share counts on the other side where the number goes the other way", () => {
  const { set, joined, participants } = attacked({
    counts: { all: 11, a: 6, b: 5 },
    relations: ["all = a + b"],
    hidden: ["a", "b"],
    participants: { A: { b: 3 } },
  });
  const [component] = joined;
  const [a] = participants;
  assert.ok(component && a);
  const sight = sightOf(set, component, a);
  assert.deepEqual([sight?.down, sight?.up], [Float64Array.of(-6), Float64Array.of(2)]);
});

test("what came between may have shrunk: there a share of one's own is no limit", () => {
  const { set, joined, participants } = attacked({
    counts: { x: 6 },
    relations: [],
    hidden: ["x"],
    participants: { A: { x: 3 } },
    earlier: [{ counts: { x: 8 }, hidden: ["x"] }],
  });
  const [component] = joined;
  const [a] = participants;
  assert.ok(component && a);
  const sight = sightOf(set, component, a);
  const limits = sight && limitsOf(component.component, sight);
  const between = component.members.findIndex((all) => all.some(({ cell }) => cell === 2));
  assert.equal(limits?.down[between], component.component.down[between]);
});

test("who has nothing in a component sees what an outsider sees, and is not asked", () => {
  const { set, joined } = attacked(given);
  const [component] = joined;
  assert.ok(component);
  assert.equal(sightOf(set, component, { regions: ["C"], own: new Map() }), undefined);
  assert.equal(sightOf(set, component, { regions: ["C"], own: new Map([[0, 5]]) }), undefined);
});

test("guarded are the members of which too little is left, but none of one's own", () => {
  const { set, participants } = attacked(given);
  const [a] = participants;
  assert.ok(a);
  const members = [1, 2].map((cell) => ({ cell, sign: 1 }) as const);
  assert.deepEqual(guardedMembers(set, members, outsider), [{ cell: 1, sign: 1 }]);
  assert.deepEqual(guardedMembers(set, members, a), []);
});
