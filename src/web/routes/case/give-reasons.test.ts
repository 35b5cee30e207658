import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerSheet, type AnswerValue, libraryCodebooks } from "#codebook";
import { accountId, instant, itemId } from "#kernel";
import { aCaseView } from "../../testing/a-case-view.ts";
import { firstUnanswered, overridesOf, warningsAmong } from "./give-reasons.ts";
import { problemsOf } from "./phase-problems.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();
const check = "very-severe-without-assessment";
const row = itemId("a".repeat(32));

function codes(...chosen: readonly number[]): AnswerValue {
  return { kind: "codes", codes: chosen };
}

/** Very severe, and no risk assessment made. */
const odd: AnswerSheet = {
  answers: { V10: codes(3) },
  items: [{ id: row, group: "riskAssessment", phase: "before", answers: { method: codes(8) } }],
};

function warningsOf(sheet: AnswerSheet, view = aCaseView()) {
  return warningsAmong(problemsOf(codebook, sheet, "before"), view);
}

test("a warning stands as soon as both answers do, at the later question", () => {
  assert.deepEqual(warningsOf({ ...odd, items: [] }), []);
  const [found, ...others] = warningsOf(odd);
  assert.deepEqual(others, []);
  assert.equal(found?.check, check);
  assert.equal(found?.stepId, `fraga-${row}.method`);
  assert.match(found?.sentence ?? "", /Stämmer det\?$/);
});

test("a warning between plain answers stands at the last of them", () => {
  const sheet = { answers: { V07: codes(3, 5), V11: codes(1) }, items: [] };
  assert.equal(warningsOf(sheet)[0]?.stepId, "fraga-V11");
});

test("each wants words of its own", () => {
  const warnings = warningsOf(odd);
  assert.equal(firstUnanswered(warnings, {})?.check, check);
  assert.equal(firstUnanswered(warnings, { [check]: " x " })?.check, check);
  const reasons = { [check]: " Bedömning görs i morgon " };
  assert.equal(firstUnanswered(warnings, reasons), undefined);
  assert.deepEqual(overridesOf(warnings, reasons), [{ check, reason: "Bedömning görs i morgon" }]);
});

test("what a completed phase still holds is shown and not asked again", () => {
  const reason = "Bedömning görs i morgon";
  const done = {
    revision: 7,
    by: accountId("anna"),
    at: instant("2026-03-12T13:02:00Z"),
    overrides: [{ check, reason }],
  };
  const warnings = warningsOf(odd, aCaseView({ completed: { before: { ...done, by: "Anna" } } }));
  assert.equal(warnings[0]?.kept, reason);
  assert.equal(firstUnanswered(warnings, {}), undefined);
  assert.deepEqual(overridesOf(warnings, {}), []);
});
