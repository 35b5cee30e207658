import assert from "node:assert/strict";
import { test } from "node:test";
import { type IsoDate, isoDate } from "#kernel";
import { openRecord } from "./apply-revision.ts";
import { decideCompletePhase } from "./complete-phase.ts";
import { decideCorrectStart, decideStart } from "./start-case.ts";
import {
  after,
  anna,
  answered,
  by,
  closed,
  fullyAnswered,
  identity,
  number,
  refusals,
  startedCase,
  startedOn,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

test("a case begins open, empty, with its worker, in revision 1", () => {
  const record = startedCase();
  assert.equal(record.revision, 1);
  assert.equal(record.state, "open");
  assert.equal(record.assignee, anna);
  assert.equal(record.startedOn, startedOn);
  assert.equal(record.closedOn, null);
  assert.deepEqual(record.survey, { kind: "not-yet-offered" });
  assert.deepEqual(record.sheet, { answers: {}, items: [] });
  assert.deepEqual(record.completed, {});
});

test("a case can begin without a worker, for the manager to hand out", () => {
  const decision = decideStart({ startedOn, assignee: null }, by());
  assert.ok(decision.kind === "done");
  assert.equal(openRecord(identity, decision.value).assignee, null);
});

test("a case begins on a day that exists, not in the future and not before 2000", () => {
  const start = (day: string) => decideStart({ startedOn: day as IsoDate, assignee: anna }, by());
  assert.deepEqual(refusals(start("2026-02-30")), ["not-a-date startedOn"]);
  assert.deepEqual(refusals(start("2/3")), ["not-a-date startedOn"]);
  assert.deepEqual(refusals(start("2026-06-02")), ["date-in-future startedOn"]);
  assert.deepEqual(refusals(start("1999-12-31")), ["date-too-early startedOn"]);
  assert.deepEqual(refusals(start("2026-06-01")), []);
  assert.deepEqual(refusals(start("2000-01-01")), []);
});

test("«today» is the day in Sweden, also just after midnight", () => {
  const justAfterMidnight = {
    ...by(),
    at: "2026-06-01T22:30:00.000Z" as ReturnType<typeof by>["at"],
  };
  const decision = decideStart(
    { startedOn: isoDate("2026-06-02"), assignee: anna },
    justAfterMidnight,
  );
  assert.deepEqual(refusals(decision), []);
});

test("the start can be corrected while the case is open, and the old day is remembered", () => {
  const record = startedCase();
  const decision = decideCorrectStart(record, isoDate("2026-02-20"), by());
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.changes, [
    { kind: "start-corrected", from: startedOn, to: "2026-02-20" },
  ]);
  assert.equal(after(record, decision).startedOn, "2026-02-20");
});

test("correcting the start to what it is already changes nothing", () => {
  const decision = decideCorrectStart(startedCase(), startedOn, by());
  assert.ok(decision.kind === "done");
  assert.deepEqual(decision.value.changes, []);
});

test("the start of a closed case stands", () => {
  const decision = decideCorrectStart(closed(fullyAnswered()), isoDate("2026-02-20"), by());
  assert.deepEqual(refusals(decision), ["case-closed"]);
});

test("a start in the future is no correction", () => {
  const decision = decideCorrectStart(startedCase(), isoDate("2026-07-01"), by());
  assert.deepEqual(refusals(decision), ["date-in-future startedOn"]);
});

test("a start that makes the person a child is found when the phase is completed", () => {
  const record = answered(fullyAnswered(), { birthYear: number(2008) });
  const moved = after(record, decideCorrectStart(record, isoDate("2025-12-30"), by()));
  const decision = decideCompletePhase(moved, smallCodebook, { phase: "background" }, by());
  assert.deepEqual(refusals(decision), ["under-eighteen birthYear"]);
});

test("a start after an intervention's first day is found when the phase is completed", () => {
  const record = fullyAnswered();
  const moved = after(record, decideCorrectStart(record, isoDate("2026-03-11"), by()));
  const decision = decideCompletePhase(moved, smallCodebook, { phase: "during" }, by());
  assert.deepEqual(refusals(decision), [`date-before-start ${"b".repeat(32)}.from`]);
});
