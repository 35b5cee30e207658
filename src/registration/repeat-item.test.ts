import assert from "node:assert/strict";
import { test } from "node:test";
import type { PhaseId } from "#codebook";
import { itemId } from "#kernel";
import { decideAddItem, decideRemoveItem } from "./repeat-item.ts";
import {
  after,
  answered,
  by,
  closed,
  codes,
  completed,
  firstRow,
  fullyAnswered,
  refusals,
  secondRow,
  startedCase,
  withRow,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

function adding(
  record: Parameters<typeof decideAddItem>[0],
  group: string,
  phase: PhaseId,
  id: string = firstRow,
) {
  return decideAddItem(record, smallCodebook, { group, phase, id: itemId(id) }, by());
}

test("a row begins empty, in the phase where it was added", () => {
  const record = withRow(startedCase(), "risk", "before");
  assert.deepEqual(record.sheet.items, [
    { id: firstRow, group: "risk", phase: "before", answers: {} },
  ]);
});

test("adding the same row twice adds it once, also when the case was closed meanwhile", () => {
  const once = withRow(startedCase(), "risk", "before");
  const twice = adding(once, "risk", "before");
  assert.ok(twice.kind === "done");
  assert.deepEqual(twice.value.changes, []);
  const late = adding(closed(fullyAnswered()), "risk", "before");
  assert.ok(late.kind === "done");
  assert.deepEqual(late.value.changes, []);
});

test("rows belong to the phases that the codebook names", () => {
  const record = startedCase();
  assert.deepEqual(refusals(adding(record, "risk", "background")), ["unknown-group risk"]);
  assert.deepEqual(refusals(adding(record, "nothing", "before")), ["unknown-group nothing"]);
  assert.deepEqual(refusals(adding(record, "__proto__", "before")), ["unknown-group __proto__"]);
});

test("a row's id is 128 random bits, and nothing else", () => {
  for (const id of ["", "1", "A".repeat(32), "a".repeat(31), `${"a".repeat(32)}.x`]) {
    assert.deepEqual(refusals(adding(startedCase(), "risk", "before", id)), [
      "malformed-request id",
    ]);
  }
});

test("a group that is not asked takes no rows", () => {
  const record = startedCase();
  assert.deepEqual(refusals(adding(record, "intervention", "during")), ["not-asked intervention"]);
  const none = answered(record, { given: codes(2) });
  assert.deepEqual(refusals(adding(none, "intervention", "during")), ["not-asked intervention"]);
  const given = answered(record, { given: codes(1) });
  assert.deepEqual(refusals(adding(given, "intervention", "during")), []);
});

test("completed phases and closed cases take no rows and lose none", () => {
  const before = completed(fullyAnswered(), "before");
  const third = "d".repeat(32);
  assert.deepEqual(refusals(adding(before, "risk", "before", third)), ["phase-completed before"]);
  assert.deepEqual(refusals(adding(before, "risk", "after", third)), []);
  assert.deepEqual(refusals(decideRemoveItem(before, firstRow, by())), ["phase-completed before"]);
  assert.deepEqual(refusals(decideRemoveItem(before, secondRow, by())), []);
  const finished = closed(fullyAnswered());
  assert.deepEqual(refusals(adding(finished, "risk", "after", third)), ["case-closed"]);
  assert.deepEqual(refusals(decideRemoveItem(finished, firstRow, by())), ["case-closed"]);
});

test("a removed row stays in the history with all its answers", () => {
  const record = answered(
    withRow(startedCase(), "risk", "before"),
    { method: codes(1), level: codes(2) },
    firstRow,
  );
  const decision = decideRemoveItem(record, firstRow, by());
  assert.ok(decision.kind === "done");
  const [item] = record.sheet.items;
  assert.deepEqual(decision.value.changes, [{ kind: "item-removed", item }]);
  assert.deepEqual(after(record, decision).sheet.items, []);
});

test("a row that is gone cannot be removed again", () => {
  assert.deepEqual(refusals(decideRemoveItem(startedCase(), firstRow, by())), [
    `unknown-item ${firstRow}`,
  ]);
});

test("two hundred rows are enough for anybody", () => {
  let record = startedCase();
  for (let row = 0; row < 200; row++) {
    record = withRow(record, "risk", "before", itemId(row.toString(16).padStart(32, "0")));
  }
  assert.deepEqual(refusals(adding(record, "risk", "before")), ["too-many-items risk"]);
});
