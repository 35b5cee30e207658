import assert from "node:assert/strict";
import { test } from "node:test";
import { caseId, unitId } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import {
  hasLeftToRegister,
  isOwnCase,
  registrationQueue,
  type TakenCase,
  unansweredVariables,
} from "./registration-queue.ts";
import {
  anna,
  answered,
  closed,
  codes,
  completed,
  fullyAnswered,
  identity,
  minute,
  number,
  samir,
  startedCase,
} from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

const participant = { account: anna, unit: identity.unit };

function caseOf(name: string, parts: Partial<CaseRecord> = {}): CaseRecord {
  return { ...startedCase(), id: caseId(name), code: name, ...parts };
}

function taken(name: string, parts: Partial<TakenCase>): TakenCase {
  return { case: caseId(name), by: anna, outcome: null, settledAt: null, ...parts };
}

function queued(cases: readonly CaseRecord[], takings: readonly TakenCase[] = []) {
  return registrationQueue(cases, takings, participant, () => true).map(({ code }) => code);
}

function unansweredIds(record: CaseRecord): readonly string[] {
  return unansweredVariables(smallCodebook, record).map(({ id }) => id);
}

test("own cases come first, the oldest step first; then those that nobody has", () => {
  const cases = [
    caseOf("free", { assignee: null, lastStepAt: minute(1) }),
    caseOf("new", { lastStepAt: minute(9) }),
    caseOf("old", { lastStepAt: minute(2) }),
    caseOf("colleague's", { assignee: samir, lastStepAt: minute(0) }),
  ];
  assert.deepEqual(queued(cases), ["old", "new", "free"]);
});

test("what somebody has taken is not in the queue; what she put off comes last, in her own order", () => {
  const cases = ["a", "b", "c", "d", "e"].map((name) => caseOf(name));
  const takings = [
    taken("a", { outcome: "later", settledAt: minute(8) }),
    taken("b", { outcome: "later", settledAt: minute(7) }),
    taken("c", {}),
    taken("d", { outcome: "done", settledAt: minute(7) }),
  ];
  assert.deepEqual(queued(cases, takings), ["e", "b", "a"]);
  const samirs = takings.map((each) => ({ ...each, by: samir }));
  assert.deepEqual(queued(cases, samirs), ["e"]);
});

test("voided, closed and finished cases are in no queue, nor what she may not read", () => {
  const voided = { revision: 2, by: samir, at: minute(1) };
  assert.deepEqual(
    queued([
      caseOf("voided", { voided }),
      caseOf("closed", { state: "closed" }),
      caseOf("others only", { readers: [samir] }),
      caseOf("free, others only", { assignee: null, readers: [samir] }),
      caseOf("hers only", { readers: [anna] }),
    ]),
    ["hers only"],
  );
  assert.deepEqual(
    registrationQueue([caseOf("finished")], [], participant, () => false),
    [],
  );
});

test("in another unit her cases are not in the queue, but those that are shared with her there are", () => {
  const provider = unitId("fyren");
  const elsewhere = { account: anna, unit: provider };
  assert.ok(!isOwnCase(caseOf("a"), elsewhere));
  const shared = caseOf("b", { assignee: samir, sharedWith: { unit: provider, assignee: anna } });
  assert.ok(isOwnCase(shared, elsewhere));
  assert.ok(!isOwnCase(shared, participant));
});

test("a new case asks for what is known at its start, and for nothing that comes later", () => {
  const record = startedCase();
  assert.ok(hasLeftToRegister(smallCodebook, record));
  assert.deepEqual(unansweredIds(record), ["sex", "birthYear", "children", "violence"]);
  const begun = answered(record, { sex: codes(1), birthYear: number(1988) });
  assert.deepEqual(unansweredIds(begun), ["children", "violence"]);
});

test("support that is under way waits for nothing once all that is known is registered", () => {
  const before = completed(completed(fullyAnswered(), "background"), "before");
  const { goal: _, ...answers } = before.sheet.answers;
  const underWay = { ...before, sheet: { ...before.sheet, answers } };
  assert.ok(!hasLeftToRegister(smallCodebook, underWay));
  assert.deepEqual(unansweredIds(underWay), []);
  const ended = completed(underWay, "during");
  assert.ok(hasLeftToRegister(smallCodebook, ended));
  assert.deepEqual(unansweredIds(ended), ["goal"]);
});

test("a phase that is answered and not completed waits for that; a closed case for nothing", () => {
  const record = fullyAnswered();
  assert.deepEqual(unansweredIds(record), []);
  assert.ok(hasLeftToRegister(smallCodebook, record));
  assert.ok(!hasLeftToRegister(smallCodebook, closed(record)));
});
