import assert from "node:assert/strict";
import { test } from "node:test";
import { type BoardFilter, countStates, filtered } from "./board-filter.ts";
import { aParticipant } from "./testing/a-round.ts";

const board = [
  aParticipant({ code: "9003", name: "Björkfors", state: "accepted", cases: 9 }),
  aParticipant({ code: "9001", name: "Granviken", state: "named" }),
  aParticipant({ code: "9002", name: "Norrsund", state: "accepted", cases: 90 }),
];

function names(filter: BoardFilter): readonly string[] {
  return filtered(board, filter).map(({ name }) => name);
}

test("the strip counts those who are somewhere, in the order in which one comes there", () => {
  assert.deepEqual(countStates(board), [
    { state: "named", count: 1 },
    { state: "accepted", count: 2 },
  ]);
});

test("the board is filtered, and keeps its order whatever the size", () => {
  assert.deepEqual(names({ state: "all", sought: "" }), ["Björkfors", "Granviken", "Norrsund"]);
  assert.deepEqual(names({ state: "accepted", sought: "" }), ["Björkfors", "Norrsund"]);
  assert.deepEqual(names({ state: "all", sought: "BJÖRK" }), ["Björkfors"]);
  assert.deepEqual(names({ state: "all", sought: "9002" }), ["Norrsund"]);
});
