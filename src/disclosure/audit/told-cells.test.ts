import assert from "node:assert/strict";
import { test } from "node:test";
import { attackedSet } from "./attacked-set.ts";
import { outsider } from "./sight.ts";
import { type GivenRelease, givenRelease } from "./testing/given-release.ts";
import { brokenRelations, falseRelations, openCells } from "./told-cells.ts";

function setOf(given: GivenRelease) {
  const { published, numbers } = givenRelease(given);
  return attackedSet(published, numbers);
}

const everything = () => true;

test("an outsider finds what is told though it is guarded", () => {
  const set = setOf({ counts: { a: 4, b: 5, c: 3 }, relations: [], hidden: ["c"] });
  assert.deepEqual(openCells(set, outsider, everything), [0, 2]);
  assert.deepEqual(
    openCells(set, outsider, (cell) => cell !== 0),
    [2],
  );
});

test("a participant finds more only where it has a share, and nothing of its own", () => {
  const set = setOf({
    counts: { all: 12, "A:x": 3, rest: 4 },
    relations: [],
    hidden: [],
    participants: { A: { all: 8, "A:x": 3 } },
  });
  const own = set.own[0] ?? new Map();
  assert.deepEqual(openCells(set, { regions: ["A"], own }, everything), [0]);
});

test("told numbers that do not add up are seen; with one of them hidden nobody can say", () => {
  const counts = { all: 20, a: 7, b: 12, c: 9 };
  const relations = ["all = a + b", "all = b + c"];
  assert.deepEqual(brokenRelations(setOf({ counts, relations, hidden: [] })), [0, 1]);
  assert.deepEqual(brokenRelations(setOf({ counts, relations, hidden: ["c"] })), [0]);
  const sound = { counts: { all: 19, a: 7, b: 12 }, relations: ["all = a + b"], hidden: [] };
  assert.deepEqual(brokenRelations(setOf(sound)), []);
});

test("hidden counts that the relations deny are of something else", () => {
  const counts = { all: 20, a: 7, b: 12, c: 8 };
  const relations = ["all = a + b", "all = b + c"];
  assert.deepEqual(falseRelations(setOf({ counts, relations, hidden: ["a", "c"] })), [0]);
  assert.deepEqual(falseRelations(setOf({ counts, relations, hidden: [] })), [], "all is told");
});
