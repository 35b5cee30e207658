import assert from "node:assert/strict";
import { test } from "node:test";
import { unitId } from "#kernel";
import { recordAsAt } from "./apply-revision.ts";
import { decideShare } from "./share-case.ts";
import {
  after,
  anna,
  by,
  chief,
  fullyAnswered,
  identity,
  minute,
  otherUnit,
  refusals,
  restrictedTo,
  samir,
  startedCase,
  startRevision,
  voided,
} from "./testing/one-case.ts";
import { decideTransfer } from "./transfer-case.ts";

const there = { unit: otherUnit, managers: [samir] };
const moved = by(chief, "Personen har flyttat.");

test("a case moves with all its answers, and nobody there has it yet", () => {
  const record = fullyAnswered();
  const decision = decideTransfer(record, there, moved);
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.changes, [
    { kind: "case-transferred", from: identity.unit, to: otherUnit },
    { kind: "case-assigned", from: anna, to: null },
  ]);
  const transferred = after(record, decision);
  assert.equal(transferred.unit, otherUnit);
  assert.deepEqual(transferred.sheet, record.sheet);
  assert.deepEqual(transferred.marks, record.marks);
});

test("what was shared with the receiving unit is now its own; another sharing goes on", () => {
  for (const [unit, expected] of [
    [otherUnit, null],
    [unitId("third"), { unit: "third", assignee: samir }],
  ] as const) {
    const record = startedCase();
    const shared = after(record, decideShare(record, { unit, assignee: samir }, by()));
    assert.deepEqual(after(shared, decideTransfer(shared, there, moved)).sharedWith, expected);
  }
});

test("a transfer needs its reason, once", () => {
  const record = startedCase();
  assert.deepEqual(refusals(decideTransfer(record, there, by(chief))), ["reason-needed reason"]);
  const transferred = after(record, decideTransfer(record, there, moved));
  const again = decideTransfer(transferred, there, by(chief));
  assert.ok(again.kind === "done");
  assert.deepEqual(again.value.changes, []);
});

test("a voided case stays where it is", () => {
  assert.deepEqual(refusals(decideTransfer(voided(startedCase()), there, moved)), ["case-voided"]);
});

test("a restricted case moves where one of its readers manages", () => {
  const record = restrictedTo(startedCase(), anna, chief);
  assert.deepEqual(refusals(decideTransfer(record, there, moved)), ["no-reader-there unit"]);
  const welcomed = restrictedTo(startedCase(), anna, chief, samir);
  assert.equal(after(welcomed, decideTransfer(welcomed, there, moved)).unit, otherUnit);
});

test("before its transfer the case stood in the unit where it began", () => {
  const decision = decideTransfer(startedCase(), there, { ...moved, at: minute(5) });
  assert.ok(decision.kind === "done");
  const record = after(startedCase(), decision);
  const history = [startRevision(), decision.value];
  assert.equal(recordAsAt(record, history, minute(4))?.unit, identity.unit);
  assert.deepEqual(recordAsAt(record, history, minute(5)), record);
});
