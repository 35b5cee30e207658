import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenEntries, type LogEntry, peopleIn } from "./chosen-entries.ts";

const line = (sequence: number, by: string, caseCode: string | null) =>
  ({ sequence, by, caseCode, at: "", action: "case.read", details: "{}" }) as unknown as LogEntry;
const entries = [
  line(4, "Åsa Berg", "M-7F3K-2"),
  line(3, "Anna Tallvik", "M-9HXA-4"),
  line(2, "", null),
  line(1, "Anna Tallvik", "M-7F3K-2"),
];

function chosen(who: string, caseCode: string): readonly number[] {
  return chosenEntries(entries, { who, caseCode }).map(({ sequence }) => sequence);
}

test("the people in the lines stand once each, in Swedish order", () => {
  assert.deepEqual(peopleIn(entries), ["Anna Tallvik", "Ingen inloggad", "Åsa Berg"]);
});

test("without a choice every line stands, in its order", () => {
  assert.deepEqual(chosen("", ""), [4, 3, 2, 1]);
});

test("lines are chosen by person, by case, and by both", () => {
  assert.deepEqual(chosen("Anna Tallvik", ""), [3, 1]);
  assert.deepEqual(chosen("", "m7f3"), [4, 1]);
  assert.deepEqual(chosen("Anna Tallvik", " M-7F3K-2 "), [1]);
  assert.deepEqual(chosen("Ingen inloggad", ""), [2]);
  assert.deepEqual(chosen("", "X-0000"), []);
});
