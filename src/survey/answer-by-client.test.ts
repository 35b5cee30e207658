import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers } from "#codebook";
import { isoDate } from "#kernel";
import { applyRevision, decideVoid } from "#registration";
import { decideAnswerByClient } from "./answer-by-client.ts";
import { invitedModes } from "./invitation.ts";
import { anna, codebook, codes, settled, skipped, startedCase } from "./testing/one-survey.ts";

const later = { ...anna, at: "2026-05-04T10:00:00.000Z" as typeof anna.at };

function answering(answers: Answers, record = settled()) {
  return decideAnswerByClient(record, codebook, { mode: "own-device" }, answers, later);
}

function taken(answers: Answers): Answers {
  const decision = answering(answers);
  assert.ok(decision.kind === "done");
  return decision.value.response.answers;
}

function refusals(decision: ReturnType<typeof answering>): readonly string[] {
  return decision.kind === "done" ? [] : decision.problems.map(({ code, at }) => `${code} ${at}`);
}

test("a client's own answers: the case knows that she answered today, and nothing of what", () => {
  for (const mode of invitedModes) {
    const decision = decideAnswerByClient(
      settled(),
      codebook,
      { mode },
      { change: codes(1) },
      later,
    );
    assert.ok(decision.kind === "done");
    const { response, revision } = decision.value;
    assert.deepEqual([response.mode, response.answeredOn], [mode, "2026-05-04"]);
    const record = applyRevision(settled(), revision);
    assert.deepEqual(record.survey, { kind: "answered", on: "2026-05-04" });
    assert.deepEqual(record.sheet.answers, {});
  }
});

test("what she left out counts as skipped, also everything", () => {
  assert.deepEqual(taken({ change: codes(2) }), { change: codes(2), comment: skipped });
  assert.deepEqual(taken({}), { change: skipped, comment: skipped });
});

test("a question without a code for being skipped is skipped all the same", () => {
  const [comment] = codebook.variables.filter(({ id }) => id === "comment");
  assert.ok(comment);
  const others = codebook.variables.filter(({ id }) => id !== "comment");
  const local = { ...codebook, variables: [...others, { ...comment, missing: [] }] };
  for (const answers of [{ change: codes(2) }, { change: codes(2), comment: skipped }]) {
    const decision = decideAnswerByClient(settled(), local, { mode: "own-device" }, answers, later);
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.response.answers, { change: codes(2) });
  }
});

test("what follows from an answer is asked with it, and dropped when she has changed her mind", () => {
  const worse = { change: codes(3), comment: skipped };
  assert.deepEqual(taken(worse), { ...worse, why: skipped });
  assert.deepEqual(taken({ ...worse, why: codes(2) }), { ...worse, why: codes(2) });
  assert.deepEqual(taken({ change: codes(1), why: codes(2) }), {
    change: codes(1),
    comment: skipped,
  });
});

test("what is not the client's to answer, and what is no answer, is refused with its place", () => {
  assert.deepEqual(refusals(answering({ sex: codes(1) })), ["unknown-variable sex"]);
  assert.deepEqual(refusals(answering({ change: codes(9) })), ["unknown-option change"]);
  for (const name of ["__proto__", "constructor", "toString"]) {
    const hostile = JSON.parse(`{"${name}":${JSON.stringify(codes(1))}}`) as Answers;
    assert.deepEqual(refusals(answering(hostile)), [`unknown-variable ${name}`]);
  }
});

test("of a case that was never offered, has said no, was answered or voided nothing is taken in", () => {
  const answered = answering({});
  assert.ok(answered.kind === "done");
  const once = applyRevision(settled(), answered.value.revision);
  assert.deepEqual(refusals(answering({}, once)), ["survey-already-answered undefined"]);
  const declined = settled({ kind: "declined", on: isoDate("2026-05-04") });
  for (const record of [startedCase(), declined]) {
    assert.deepEqual(refusals(answering({}, record)), ["survey-not-offered undefined"]);
  }
  const voiding = decideVoid(settled(), { ...anna, reason: "Registrerat två gånger." });
  assert.ok(voiding.kind === "done");
  const voided = applyRevision(settled(), voiding.value);
  assert.deepEqual(refusals(answering({}, voided)), ["case-voided undefined"]);
});
