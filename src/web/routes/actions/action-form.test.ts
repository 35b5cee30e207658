import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, isoDate } from "#kernel";
import type { ActionView } from "#server";
import { newAction, openedAction, requestOf } from "./action-form.ts";
import { awaitsOutcome } from "./state-words.ts";

const action: ActionView = {
  id: "first-one",
  revision: 3,
  round: "2026",
  about: { id: "women", label: "Kvinnor" },
  intention: "Vi frågar alla.",
  responsible: "enhetschef",
  dueOn: isoDate("2027-03-01"),
  state: "under-way",
  outcome: "",
  isShared: true,
  updatedAt: instant("2026-11-22T12:00:00Z"),
  updatedBy: "Leila Aho",
};

test("an action that is opened and saved as it stands is sent as it was read", () => {
  const { updatedAt: _, updatedBy: __, id: ___, about, ...rest } = action;
  assert.deepEqual(requestOf(openedAction(action)), { ...rest, about: about?.id });
  const plain = { ...action, about: null, dueOn: null };
  assert.deepEqual(requestOf(openedAction(plain)), { ...rest, about: null, dueOn: null });
});

test("a new action is planned, shared with nobody, and about what one came from", () => {
  const { about, dueOn, state, isShared, revision } = requestOf(newAction("x", "2026", "women"));
  assert.deepEqual([about, dueOn, state, isShared, revision], ["women", null, "planned", false, 0]);
  assert.equal(requestOf(newAction("x", "2026", "")).about, null);
});

test("of an earlier round an action waits until somebody has said what came of it", () => {
  assert.ok(awaitsOutcome({ state: "done", outcome: "" }));
  assert.ok(awaitsOutcome({ state: "under-way", outcome: "Hälften frågas." }));
  assert.ok(!awaitsOutcome({ state: "done", outcome: "Alla frågas." }));
  assert.ok(!awaitsOutcome({ state: "dropped", outcome: "Tjänsten drogs in." }));
});
