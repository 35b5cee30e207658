import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerValue, Codebook } from "#codebook";
import {
  accountId,
  caseId,
  type IsoDate,
  instant,
  isoDate,
  municipalityCode,
  unitId,
} from "#kernel";
import {
  applyRevision,
  type CaseRecord,
  decideSettleSurvey,
  decideStart,
  openRecord,
} from "#registration";
import { decideKeyIn } from "./key-in.ts";

const anna = { by: accountId("anna"), at: instant("2026-05-04T09:00:00Z") };
const leila = { by: accountId("leila"), at: instant("2026-06-01T09:00:00Z") };

function text(words: string) {
  return { sv: words, en: words };
}

function asked(id: string, phase: string, more: object = {}) {
  return {
    id,
    concept: id,
    label: text(id),
    type: "single",
    phase,
    options: [1, 2, 3].map((code) => ({ code, label: text(String(code)) })),
    missing: [{ code: 98, label: text("Uppgift saknas") }],
    privacy: "sensitive",
    exportLevel: "national",
    provenance: { status: "reconstructed" },
    ...more,
  };
}

const codebook = Codebook.parse({
  id: "survey",
  version: "1.0.0",
  label: text("Enkät"),
  definition: text("För prov"),
  validFrom: "2020-01-01",
  provenance: { status: "reconstructed" },
  phases: [
    { id: "background", label: text("Bakgrund") },
    { id: "client", label: text("Brukaruppföljning") },
  ],
  variables: [
    asked("sex", "background"),
    asked("change", "client"),
    asked("why", "client", { condition: { answer: "change", in: [3] } }),
    asked("comment", "client", { required: false }),
  ],
});

function startedCase(): CaseRecord {
  const start = { startedOn: isoDate("2026-03-02"), assignee: anna.by };
  const decision = decideStart(start, anna);
  assert.ok(decision.kind === "done");
  const identity = {
    municipality: municipalityCode("9001"),
    id: caseId("c".repeat(32)),
    code: "M-7F3K-2",
    unit: unitId("familjefrid"),
    codebook: codebook.id,
  };
  return openRecord(identity, decision.value);
}

function offeredCase(): CaseRecord {
  const record = startedCase();
  const offered = { kind: "offered", on: isoDate("2026-05-04") } as const;
  const decision = decideSettleSurvey(record, offered, anna);
  assert.ok(decision.kind === "done");
  return applyRevision(record, decision.value);
}

function keyingIn(
  answers: { readonly [variable: string]: AnswerValue },
  on = "2026-05-20",
  record = offeredCase(),
) {
  const response = { mode: "paper", answeredOn: on as IsoDate, answers } as const;
  return decideKeyIn(record, codebook, response, leila);
}

function refusals(decision: ReturnType<typeof keyingIn>): readonly string[] {
  return decision.kind === "done" ? [] : decision.problems.map(({ code, at }) => `${code} ${at}`);
}

const codes = (...chosen: readonly number[]): AnswerValue => ({ kind: "codes", codes: chosen });
const skipped: AnswerValue = { kind: "missing", code: 98 };

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
  const record = applyRevision(offeredCase(), decision.value.revision);
  assert.deepEqual(record.survey, { kind: "answered", on: "2026-05-20" });
  assert.deepEqual(record.sheet.answers, {});
});

test("only once, and only where the worker has offered it", () => {
  const first = keyingIn(plain);
  assert.ok(first.kind === "done");
  const answered = applyRevision(offeredCase(), first.value.revision);
  assert.deepEqual(refusals(keyingIn({ ...plain, change: codes(2) }, "2026-05-21", answered)), [
    "survey-already-answered undefined",
  ]);
  assert.deepEqual(refusals(keyingIn(plain, "2026-05-20", startedCase())), [
    "survey-not-offered undefined",
  ]);
  const declined = { kind: "declined", on: isoDate("2026-05-04") } as const;
  const refusal = decideSettleSurvey(startedCase(), declined, anna);
  assert.ok(refusal.kind === "done");
  const record = applyRevision(startedCase(), refusal.value);
  assert.deepEqual(refusals(keyingIn(plain, "2026-05-20", record)), [
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
