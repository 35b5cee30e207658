import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, unitId } from "#kernel";
import { decideAssign } from "./assign-case.ts";
import { decideCompletePhase, decideReopenCase, decideReopenPhase } from "./complete-phase.ts";
import { decideReaders } from "./name-readers.ts";
import { decideAddItem, decideRemoveItem } from "./repeat-item.ts";
import { decideSettleSurvey } from "./settle-survey.ts";
import { decideCorrectStart } from "./start-case.ts";
import {
  after,
  anna,
  answered,
  answering,
  by,
  chief,
  closed,
  codes,
  completed,
  firstRow,
  fullyAnswered,
  refusals,
  startedCase,
  voided,
  withRow,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";
import { decideTransfer } from "./transfer-case.ts";
import { decideRestore, decideVoid } from "./void-case.ts";

const why = by(chief, "Registrerat två gånger.");

test("a case is voided, open or closed, with who and when, and keeps all that it held", () => {
  for (const record of [fullyAnswered(), closed(fullyAnswered())]) {
    const gone = after(record, decideVoid(record, why));
    assert.deepEqual(gone.voided, { revision: gone.revision, by: chief, at: why.at });
    assert.deepEqual(gone.sheet, record.sheet);
    assert.equal(gone.state, record.state);
  }
});

test("a restored case goes on where it stood", () => {
  const record = fullyAnswered();
  const gone = after(record, decideVoid(record, why));
  const back = after(gone, decideRestore(gone, by(chief, "Det var inte samma person.")));
  assert.deepEqual({ ...back, revision: 0 }, { ...record, revision: 0 });
  assert.equal(back.revision, record.revision + 2);
});

test("both ways need a reason, and a repeat needs none and changes nothing", () => {
  const gone = voided(startedCase());
  assert.deepEqual(refusals(decideVoid(startedCase(), by(chief))), ["reason-needed reason"]);
  assert.deepEqual(refusals(decideRestore(gone, by(chief))), ["reason-needed reason"]);
  for (const decision of [decideVoid(gone, by(chief)), decideRestore(startedCase(), by(chief))]) {
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  }
});

test("nothing else can be done to a voided case", () => {
  const record = answered(withRow(startedCase(), "risk", "before"), { sex: codes(1) });
  const gone = voided(record);
  const ended = voided(closed(fullyAnswered()));
  const half = voided(completed(fullyAnswered(), "background"));
  const reason = by(anna, "Rättelse av svar");
  const item = { group: "risk", phase: "before", id: "d".repeat(32) as typeof firstRow } as const;
  const attempts = {
    answer: answering(gone, { variable: "sex" }, codes(2)),
    answerInRow: answering(gone, { variable: "method", item: firstRow }, codes(1)),
    add: decideAddItem(gone, smallCodebook, item, by()),
    remove: decideRemoveItem(gone, firstRow, by()),
    complete: decideCompletePhase(gone, smallCodebook, { phase: "background" }, by()),
    reopenPhase: decideReopenPhase(half, "background", reason),
    reopenCase: decideReopenCase(ended, reason),
    start: decideCorrectStart(gone, isoDate("2026-02-20"), by()),
    survey: decideSettleSurvey(gone, { kind: "offered", on: isoDate("2026-05-04") }, by()),
    assign: decideAssign(gone, null, by()),
    transfer: decideTransfer(gone, { unit: unitId("x"), managers: [] }, reason),
    readers: decideReaders(gone, { readers: [anna, chief], seen: null, managers: [chief] }, by()),
  };
  for (const [name, decision] of Object.entries(attempts)) {
    assert.deepEqual(refusals(decision), ["case-voided"], name);
  }
});

test("a save that comes twice is harmless also when the case was voided in between", () => {
  const gone = voided(answered(withRow(startedCase(), "risk", "before"), { sex: codes(1) }));
  const row = { group: "risk", phase: "before", id: firstRow } as const;
  for (const again of [
    answering(gone, { variable: "sex" }, codes(1)),
    decideAddItem(gone, smallCodebook, row, by()),
    decideAssign(gone, anna, by()),
  ]) {
    assert.ok(again.kind === "done");
    assert.deepEqual(again.value.changes, []);
  }
});
