import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook } from "#codebook";
import {
  accountId,
  instant,
  isoDate,
  municipalityCode,
  seededRandomness,
  swedishDay,
  unitId,
} from "#kernel";
import { applyRevision, openRecord, parseCaseCode } from "#registration";
import { aCase } from "./a-case.ts";
import { answerSheet } from "./answer-sheet.ts";
import { type PlayedCase, registerSheet } from "./register-sheet.ts";
import { workdayFrom } from "./workday.ts";
import { answerOf, type WrittenCase } from "./written-case.ts";

const anna = accountId("anna");
const samir = accountId("samir");
const leila = accountId("leila");

function kvinnofrid() {
  const codebook = effectiveCodebook("su-kvinnofrid-2021");
  assert.ok(codebook);
  return codebook;
}

function registered(written: WrittenCase, seed = 1): PlayedCase {
  return registerSheet(written, kvinnofrid(), {
    municipality: municipalityCode("9001"),
    unit: unitId("familjefrid"),
    worker: anna,
    randomness: seededRandomness(seed),
    takenCodes: new Set(),
  });
}

/** The sheet that a registered case amounts to, read back answer by answer. */
function readBack({ record }: PlayedCase, written: WrittenCase) {
  const { variables, groups } = kvinnofrid();
  const answers = Object.entries(written.answers).map(([id, value]) => {
    const question = variables.find((variable) => variable.id === id);
    assert.ok(question);
    return { id, wanted: answerOf(question, value), found: record.sheet.answers[id] };
  });
  const rows = written.rows.flatMap((row, index) => {
    const item = record.sheet.items[index];
    assert.equal(item?.group, row.group);
    assert.equal(item?.phase, row.phase);
    return Object.entries(row.fields).map(([id, value]) => {
      const question = groups
        .find((group) => group.id === row.group)
        ?.fields.find((field) => field.id === id);
      assert.ok(question);
      return { id, wanted: answerOf(question, value), found: item?.answers[id] };
    });
  });
  return [...answers, ...rows];
}

test("the answer sheet is registered from start to closing, exactly as it is written", () => {
  const played = registered(answerSheet);
  const { record } = played;
  assert.equal(record.state, "closed");
  assert.equal(record.startedOn, "2023-03-10");
  assert.equal(record.closedOn, "2023-09-10");
  assert.equal(played.birthYear, 1988);
  assert.deepEqual(Object.keys(record.completed), ["background", "before", "during", "after"]);
  const places = readBack(played, answerSheet);
  for (const { id, wanted, found } of places) assert.deepEqual(found, wanted, id);
  const answers = Object.values(record.sheet.items).flatMap((item) => Object.keys(item.answers));
  assert.equal(Object.keys(record.sheet.answers).length + answers.length, places.length);
});

test("it is lived as people work: phase by phase, in working hours, never before it happened", () => {
  const { revisions, notes, record } = registered(answerSheet);
  const moments = revisions.map(({ at }) => at);
  assert.deepEqual(moments, moments.toSorted());
  for (const at of moments) {
    assert.equal(workdayFrom(swedishDay(at)), swedishDay(at), "nobody works at weekends");
    assert.ok(at.slice(11) >= "07:00" && at.slice(11) < "15:00", at);
  }
  const completions = revisions.flatMap(({ at, changes }) =>
    changes.flatMap((change) =>
      change.kind === "phase-completed" ? [`${change.phase} ${swedishDay(at)}`] : [],
    ),
  );
  assert.deepEqual(completions, [
    "background 2023-03-10",
    "before 2023-03-13",
    "during 2023-09-01",
    "after 2023-09-11",
  ]);
  assert.equal(record.lastStepAt, moments.at(-1));
  assert.deepEqual(
    notes.map(({ at }) => at),
    notes.map(({ at }) => at).toSorted(),
  );
});

test("every decision is in the log, and every time the case was read", () => {
  const { revisions, notes, record } = registered(answerSheet);
  const decided = notes.filter(({ action }) => action !== "case.read");
  assert.deepEqual(
    decided.map(({ at }) => at),
    revisions.map(({ at }) => at),
  );
  assert.equal(decided[0]?.action, "case.started");
  assert.ok(notes.every((note) => note.case === record.id && note.account === anna));
  assert.equal(notes.filter(({ action }) => action === "case.read").length, 5);
});

test("its history alone gives the case again", () => {
  const { revisions, record } = registered(answerSheet);
  const [first, ...later] = revisions;
  assert.ok(first);
  assert.deepEqual(later.reduce(applyRevision, openRecord(record, first)), record);
});

test("the same seed gives the same case; another seed the same answers under another code", () => {
  assert.deepEqual(registered(answerSheet), registered(answerSheet));
  const other = registered(answerSheet, 2);
  assert.notEqual(other.record.code, registered(answerSheet).record.code);
  assert.deepEqual(other.record.sheet.answers, registered(answerSheet).record.sheet.answers);
  assert.equal(parseCaseCode(other.record.code), other.record.code);
});

test("a case can be told as far as it has come", () => {
  const told = aCase().startedOn("2026-09-01").answering({ V01: 1, V02: 1990, V03: 99 });
  const { record } = registered(told.written);
  assert.equal(record.state, "open");
  assert.deepEqual(record.completed, {});
  assert.deepEqual(record.sheet.answers, {
    V01: { kind: "codes", codes: [1] },
    V02: { kind: "number", number: 1990 },
    V03: { kind: "missing", code: 99 },
  });
});

test("a slip is put right with a reason, and both answers stay in the history", () => {
  const slip = { variable: "V05", firstWritten: 8, reason: "Fel alternativ valdes" };
  const { record, revisions } = registered({ ...answerSheet, correction: slip });
  assert.deepEqual(record.sheet.answers.V05, { kind: "codes", codes: [1] });
  const values = revisions.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      change.kind === "answer-set" && change.address.variable === "V05" ? [change.to] : [],
    ),
  );
  assert.deepEqual(values, [
    { kind: "codes", codes: [8] },
    { kind: "codes", codes: [1] },
  ]);
  assert.deepEqual(
    revisions.flatMap(({ reason }) => reason ?? []),
    ["Fel alternativ valdes"],
  );
});

test("the client's answers are keyed in by another person and sealed apart from the case", () => {
  const { record, response, notes } = registered({
    ...answerSheet,
    survey: {
      kind: "answered",
      offeredOn: isoDate("2023-09-08"),
      answeredOn: isoDate("2023-09-12"),
      keyedInBy: leila,
      keyedInOn: isoDate("2023-09-18"),
      answers: { V26: 1, V27: 4, V28: 1, V29: 98 },
    },
  });
  assert.deepEqual(record.survey, { kind: "answered", on: "2023-09-12" });
  assert.equal(record.sheet.answers.V26, undefined);
  assert.deepEqual(response?.response.answers.V29, { kind: "missing", code: 98 });
  assert.equal(response?.case, record.id);
  const { at, account, action } = notes.at(-1) ?? {};
  assert.deepEqual([action, account], ["survey.keyed-in", leila]);
  assert.equal(swedishDay(at ?? instant("2000-01-01")), "2023-09-18");
});

test("a colleague opens the case by saying why", () => {
  const on = isoDate("2023-04-03");
  const story = aCase().startedOn("2023-03-10").answering({ V01: 1 }).written;
  const reason = "Anna är sjuk och klienten ringde";
  const { accessReasons, record, notes } = registered({
    ...story,
    openedBy: { account: samir, on, reason },
  });
  const [given] = accessReasons;
  assert.equal(given?.case, record.id);
  assert.equal(given?.account, samir);
  assert.equal(given?.reason, reason);
  assert.deepEqual(
    notes.slice(-2).map(({ action, account }) => [action, account]),
    [
      ["case.opened-with-reason", samir],
      ["case.read", samir],
    ],
  );
});

test("a story that cannot be is told where it goes wrong", () => {
  const told = (written: WrittenCase) => () => registered(written);
  const without = { ...answerSheet, answers: { ...answerSheet.answers, V13: 7 } };
  assert.throws(told(without), /case\.answered was refused: V13: 7 is not an option/);
  const { V04: _, ...incomplete } = answerSheet.answers;
  assert.throws(told({ ...answerSheet, answers: incomplete }), /phase-completed was refused: V04/);
  assert.throws(told(aCase().answering({ V99: 1 }).written), /has no variable V99/);
  assert.throws(told(aCase().answering({ V26: 1 }).written), /the client's own/);
  assert.throws(
    told(aCase().withRiskAssessment({ methd: 1 }).written),
    /riskAssessment has no field methd/,
  );
  assert.throws(
    told(aCase().withRiskAssessment({ method: 1 }, "background").written),
    /no riskAssessment in background/,
  );
  assert.throws(
    told(aCase().answering({ V16: 1 }).withIntervention({ type: 1, start: "2022-12-24" }).written),
    /lies before the case's start/,
  );
});
