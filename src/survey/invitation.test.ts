import assert from "node:assert/strict";
import { test } from "node:test";
import { addSeconds, isoDate, seededRandomness } from "#kernel";
import { applyRevision, type CaseRecord, decideVoid } from "#registration";
import { decideInvite, type Inviting, invitedModes, openMinutes } from "./invitation.ts";
import { anna, settled, startedCase } from "./testing/one-survey.ts";

const inTheRoom = { mode: "in-the-room", language: "sv" } as const;

function inviting(asked: Inviting, record: CaseRecord = startedCase()) {
  return decideInvite(record, asked, anna, seededRandomness(1));
}

function refusals(decision: ReturnType<typeof inviting>): readonly string[] {
  return decision.kind === "done" ? [] : decision.problems.map(({ code, at }) => `${code} ${at}`);
}

test("to invite is to offer: the case says so, today and in which way", () => {
  for (const mode of invitedModes) {
    const decision = inviting({ mode, language: "ar", isDeviceSafe: true });
    assert.ok(decision.kind === "done");
    const { revision, invitation } = decision.value;
    const { survey } = applyRevision(startedCase(), revision);
    assert.deepEqual(survey, { kind: "offered", on: "2026-05-04", mode });
    const { case: of, unit, language, invitedBy } = invitation;
    assert.deepEqual([of, unit], [startedCase().id, startedCase().unit]);
    assert.deepEqual([invitation.mode, language, invitedBy], [mode, "ar", anna.by]);
  }
});

test("an invitation is for now: it ends after half an hour", () => {
  const decision = inviting(inTheRoom);
  assert.ok(decision.kind === "done");
  const { invitedAt, expiresAt } = decision.value.invitation;
  assert.equal(invitedAt, anna.at);
  assert.equal(expiresAt, addSeconds(anna.at, 60 * openMinutes));
  assert.equal(openMinutes, 30);
});

test("a link to the client's own device needs her word that it is safe, every time", () => {
  const own = { mode: "own-device", language: "sv" } as const;
  for (const said of [{}, { isDeviceSafe: false }]) {
    assert.deepEqual(refusals(inviting({ ...own, ...said })), [
      "device-not-said-safe isDeviceSafe",
    ]);
  }
  const once = inviting({ ...own, isDeviceSafe: true });
  assert.ok(once.kind === "done");
  const record = applyRevision(startedCase(), once.value.revision);
  assert.deepEqual(refusals(inviting(own, record)), ["device-not-said-safe isDeviceSafe"]);
});

test("to invite again the same day is no new step in the case, and another invitation", () => {
  const first = inviting(inTheRoom);
  assert.ok(first.kind === "done");
  const record = applyRevision(startedCase(), first.value.revision);
  const again = decideInvite(record, inTheRoom, anna, seededRandomness(2));
  assert.ok(again.kind === "done");
  assert.deepEqual(again.value.revision.changes, []);
  assert.notEqual(again.value.invitation.id, first.value.invitation.id);
});

test("whoever said no, or did not answer, may be invited when she wants to after all", () => {
  const offered = settled();
  for (const record of [
    settled({ kind: "declined", on: isoDate("2026-05-04") }),
    settled({ kind: "not-offered", reason: "no-contact" }),
    settled({ kind: "offered", on: isoDate("2026-05-04"), unanswered: "no-time" }, offered),
  ]) {
    const decision = inviting(inTheRoom, record);
    assert.ok(decision.kind === "done");
    const { survey } = applyRevision(record, decision.value.revision);
    assert.deepEqual(survey, { kind: "offered", on: "2026-05-04", mode: "in-the-room" });
  }
});

test("nobody is invited where she has answered, or in a voided case", () => {
  const record = settled();
  const to = { kind: "answered", on: isoDate("2026-05-04") } as const;
  const changes = [{ kind: "survey-changed", from: record.survey, to } as const];
  const answered = applyRevision(record, { ...anna, revision: record.revision + 1, changes });
  assert.deepEqual(refusals(inviting(inTheRoom, answered)), ["survey-already-answered undefined"]);
  const voiding = decideVoid(record, { ...anna, reason: "Registrerat två gånger." });
  assert.ok(voiding.kind === "done");
  const voided = applyRevision(record, voiding.value);
  assert.deepEqual(refusals(inviting(inTheRoom, voided)), ["case-voided undefined"]);
});
