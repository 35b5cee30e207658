import assert from "node:assert/strict";
import { test } from "node:test";
import { decideAssign } from "./assign-case.ts";
import { decideShare } from "./share-case.ts";
import {
  after,
  anna,
  by,
  chief,
  closed,
  fullyAnswered,
  otherUnit,
  refusals,
  restrictedTo,
  samir,
  startedCase,
  voided,
} from "./testing/one-case.ts";

test("a case goes from one worker to another, or to nobody, and the history tells both", () => {
  const record = startedCase();
  const decision = decideAssign(record, samir, by(chief, "Anna slutar."));
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.changes, [{ kind: "case-assigned", from: anna, to: samir }]);
  assert.equal(decision.value.reason, "Anna slutar.");
  const handed = after(record, decision);
  assert.equal(handed.assignee, samir);
  assert.equal(after(handed, decideAssign(handed, null, by(chief))).assignee, null);
});

test("a closed case can be handed over too: somebody must answer for it", () => {
  const record = closed(fullyAnswered());
  assert.equal(after(record, decideAssign(record, samir, by(chief))).assignee, samir);
});

test("handing a case to whoever has it changes nothing, even when it is voided", () => {
  for (const record of [startedCase(), voided(startedCase())]) {
    const decision = decideAssign(record, anna, by(chief));
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  }
});

test("a voided case is handed to nobody", () => {
  assert.deepEqual(refusals(decideAssign(voided(startedCase()), samir, by(chief))), [
    "case-voided",
  ]);
});

test("a restricted case goes to its readers alone; taking it from somebody lets nobody in", () => {
  const record = restrictedTo(startedCase(), anna, chief);
  assert.deepEqual(refusals(decideAssign(record, samir, by(chief))), [
    "assignee-not-reader assignee",
  ]);
  assert.deepEqual(refusals(decideShare(record, { unit: otherUnit, assignee: samir }, by(chief))), [
    "assignee-not-reader share",
  ]);
  assert.equal(after(record, decideAssign(record, chief, by(chief))).assignee, chief);
  assert.equal(after(record, decideAssign(record, null, by(chief))).assignee, null);
});
