import assert from "node:assert/strict";
import { test } from "node:test";
import { addSeconds } from "#kernel";
import { surveyModes } from "#registration";
import { answerMinutes } from "#survey";
import { givenMunicipality } from "./given-municipality.ts";
import type { PlayedCase } from "./register-sheet.ts";
import { surveyModes as targets, unansweredReasons } from "./targets/lives.ts";

const cases = [
  ...givenMunicipality("9001", { seed: 3 })
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withWorker("Samir")
    .withCases(600).organisation.cases,
];
const answered = cases.filter(({ response }) => response !== null);

function answeredBy(...modes: readonly string[]): readonly PlayedCase[] {
  return answered.filter(({ response }) => modes.includes(response?.response.mode ?? ""));
}

test("answers come in all four ways, so many in each as we assume", () => {
  for (const mode of surveyModes) {
    const due = (answered.length * targets[mode]) / 100;
    assert.ok(Math.abs(answeredBy(mode).length - due) <= 1, `${mode}: not ${due}`);
  }
});

test("a client who types has just been invited, and is nobody in the log", () => {
  const typed = answeredBy("in-the-room", "own-device");
  assert.ok(typed.length > 20);
  for (const { record, revisions, notes, response } of typed) {
    const [invited, said] = revisions.slice(-2);
    assert.ok(invited && said && invited.at < said.at);
    const [offer, state] = [invited.changes[0], said.changes[0]];
    assert.ok(offer?.kind === "survey-changed" && state?.kind === "survey-changed");
    assert.ok(offer.to.kind === "offered");
    assert.equal(offer.to.mode, response?.response.mode);
    assert.deepEqual(state.to, { kind: "answered", on: response?.response.answeredOn });
    assert.equal(invited.by, record.assignee);
    assert.ok(said.at < addSeconds(invited.at, answerMinutes * 60));
    const line = notes.at(-1);
    assert.deepEqual([line?.action, line?.account], ["survey.answered", null]);
  }
});

test("what somebody else keys in is keyed in by one who does not work on the case", () => {
  const keyedIn = answeredBy("paper", "read-aloud");
  assert.ok(keyedIn.length > 60);
  for (const { record, revisions } of keyedIn) {
    assert.notEqual(revisions.at(-1)?.by, record.assignee);
  }
});

test("of some whom nobody heard from it is written why, later than the offer", () => {
  const silent = cases.filter(({ record }) => record.survey.kind === "offered");
  const told = silent.filter(
    ({ record: { survey } }) => survey.kind === "offered" && survey.unanswered !== undefined,
  );
  const mostlyTold = (silent.length * (100 - unansweredReasons.unsaid)) / 100;
  assert.ok(told.length > 5 && told.length <= mostlyTold + 1, `${told.length} of ${silent.length}`);
  for (const { revisions } of told) {
    const [offered, given] = revisions.slice(-2);
    assert.ok((offered?.at ?? "") < (given?.at ?? ""));
  }
});
