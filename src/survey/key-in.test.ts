import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerValue } from "#codebook";
import { type IsoDate, isoDate, unitId } from "#kernel";
import { applyRevision } from "#registration";
import { decideKeyIn, keyedInModes } from "./key-in.ts";
import {
  anna,
  codebook,
  codes,
  leila,
  settled,
  skipped,
  startedCase,
} from "./testing/one-survey.ts";

function keyingIn(
  answers: { readonly [variable: string]: AnswerValue },
  on = "2026-05-20",
  record = settled(),
) {
  const response = { mode: "paper", answeredOn: on as IsoDate, answers } as const;
  return decideKeyIn(record, codebook, response, leila);
}

function refusals(decision: ReturnType<typeof keyingIn>): readonly string[] {
  return decision.kind === "done" ? [] : decision.problems.map(({ code, at }) => `${code} ${at}`);
}

/** All that is asked of a client whose situation became better. */
const plain = { change: codes(1), comment: skipped };

test("a paper survey is keyed in: the case knows that it was answered, and nothing of what", () => {
  const answers = { change: codes(1), comment: codes(2) };
  const decision = keyingIn(answers);
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.response.answers, answers);
  assert.deepEqual(decision.value.revision.changes, [
    {
      kind: "survey-changed",
      from: { kind: "offered", on: "2026-05-04" },
      to: { kind: "answered", on: "2026-05-20" },
    },
  ]);
  assert.equal(decision.value.revision.by, leila.by);
  const record = applyRevision(settled(), decision.value.revision);
  assert.deepEqual(record.survey, { kind: "answered", on: "2026-05-20" });
  assert.deepEqual(record.sheet.answers, {});
});

test("only once, and only where the worker has offered it", () => {
  const first = keyingIn(plain);
  assert.ok(first.kind === "done");
  const answered = applyRevision(settled(), first.value.revision);
  assert.deepEqual(refusals(keyingIn({ ...plain, change: codes(2) }, "2026-05-21", answered)), [
    "survey-already-answered undefined",
  ]);
  assert.deepEqual(refusals(keyingIn(plain, "2026-05-20", startedCase())), [
    "survey-not-offered undefined",
  ]);
  const declined = { kind: "declined", on: isoDate("2026-05-04") } as const;
  assert.deepEqual(refusals(keyingIn(plain, "2026-05-20", settled(declined))), [
    "survey-not-offered undefined",
  ]);
});

test("a question that the client skipped is keyed in on purpose, so that none is forgotten", () => {
  assert.deepEqual(refusals(keyingIn({})), ["answer-missing change", "answer-missing comment"]);
  assert.deepEqual(refusals(keyingIn({ change: skipped, comment: skipped })), []);
});

test("a question that follows from another is asked only then", () => {
  const worse = { ...plain, change: codes(3) };
  assert.deepEqual(refusals(keyingIn(worse)), ["answer-missing why"]);
  assert.deepEqual(refusals(keyingIn({ ...worse, why: codes(1) })), []);
  assert.deepEqual(refusals(keyingIn({ ...plain, why: codes(1) })), ["not-asked why"]);
});

test("what does not fit, and what is not the client's, is refused with its place, all at once", () => {
  const found = refusals(
    keyingIn({
      change: codes(9),
      comment: { kind: "number", number: 1 },
      sex: codes(1),
      no: skipped,
    }),
  );
  assert.deepEqual(found, [
    "unknown-option change",
    "wrong-kind-of-answer comment",
    "unknown-variable sex",
    "unknown-variable no",
  ]);
});

test("names that every object has are no questions", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const answers = JSON.parse(
      JSON.stringify(plain).replace("{", `{"${name}":${JSON.stringify(skipped)},`),
    );
    assert.deepEqual(refusals(keyingIn(answers)), [`unknown-variable ${name}`]);
  }
});

test("the day of the answer exists, lies within the case and not in the future", () => {
  const on = (day: string) => refusals(keyingIn(plain, day));
  assert.deepEqual(on("2026-02-30"), ["not-a-date answeredOn"]);
  assert.deepEqual(on("2026-03-01"), ["date-before-start answeredOn"]);
  assert.deepEqual(on("2026-06-02"), ["date-in-future answeredOn"]);
  assert.deepEqual(on("2026-06-01"), []);
});

test("whoever works on the case, or shares it, neither reads its survey aloud nor keys it in", () => {
  const shared = { ...settled(), sharedWith: { unit: unitId("boende"), assignee: leila.by } };
  for (const mode of keyedInModes) {
    const response = { mode, answeredOn: isoDate("2026-05-20"), answers: plain };
    const later = { ...anna, at: leila.at };
    for (const decision of [
      decideKeyIn(settled(), codebook, response, later),
      decideKeyIn(shared, codebook, response, leila),
    ]) {
      assert.deepEqual(refusals(decision), ["survey-of-own-case undefined"]);
    }
    const decision = decideKeyIn(settled(), codebook, response, leila);
    assert.equal(decision.kind === "done" && decision.value.response.mode, mode);
  }
});

test("an answer that comes after all, when none was waited for any more, is taken in", () => {
  const lost = { kind: "offered", on: isoDate("2026-05-04"), unanswered: "lost-contact" } as const;
  const decision = keyingIn(plain, "2026-05-20", settled(lost, settled()));
  assert.ok(decision.kind === "done");
  const record = applyRevision(settled(lost, settled()), decision.value.revision);
  assert.deepEqual(record.survey, { kind: "answered", on: "2026-05-20" });
});
