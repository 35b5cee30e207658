import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hiddenAnswers } from "#codebook";
import type { AccountId } from "#kernel";
import { applyRevision, openRecord } from "./apply-revision.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Revision } from "./change.ts";
import { registeredPhases } from "./complete-phase.ts";
import type { Decision } from "./decision.ts";
import { decideStart } from "./start-case.ts";
import { anyHistory, type Step } from "./testing/case-commands.ts";
import { type CaseModel, type Expected, newModel, tellModel } from "./testing/case-model.ts";
import { decideCommand } from "./testing/decide-command.ts";
import { anna, identity, minute, startedOn } from "./testing/one-case.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

type Moment = {
  readonly decision: Decision;
  readonly expected: Expected;
  readonly before: CaseRecord;
  readonly after: CaseRecord;
  readonly model: CaseModel;
};

/** Plays a history in the room and in the model side by side. @returns every revision. */
function live(steps: readonly Step[], look: (moment: Moment) => void): readonly Revision[] {
  const first = decideStart({ startedOn, assignee: anna }, { by: anna, at: minute(0) });
  assert.ok(first.kind === "done");
  let record = frozen(openRecord(identity, first.value));
  const model = newModel(startedOn);
  const revisions: Revision[] = [first.value];
  const screens = new Map<AccountId, CaseRecord["marks"]>();

  for (const [index, { by, command, seesCaseAsItIs }] of steps.entries()) {
    if (command.kind === "look") {
      screens.set(by, record.marks);
      continue;
    }
    const marks = seesCaseAsItIs ? record.marks : (screens.get(by) ?? {});
    const basedOn = command.kind === "answer" ? (marks[command.place]?.revision ?? 0) : 0;
    const decision = decideCommand(record, command, basedOn, { by, at: minute(index % 60) });
    const expected = tellModel(model, command, basedOn);
    const before = record;
    if (decision.kind === "done" && decision.value.changes.length > 0) {
      revisions.push(decision.value);
      record = frozen(applyRevision(record, frozen(decision.value)));
    }
    look({ decision, expected, before, after: record, model });
  }
  return revisions;
}

/** So that a decision which changed what it was given would throw. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

function outcomeOf(decision: Decision): string {
  if (decision.kind === "refused") return decision.problems[0]?.code ?? "";
  return decision.value.changes.length === 0 ? "same" : "done";
}

function answersOf({ sheet }: CaseRecord): ReadonlyMap<string, string> {
  const ofCase = Object.entries(sheet.answers);
  const ofRows = sheet.items.flatMap(({ id, answers }) =>
    Object.entries(answers).map(([name, value]) => [`${id}.${name}`, value] as const),
  );
  return new Map([...ofCase, ...ofRows].map(([place, value]) => [place, JSON.stringify(value)]));
}

function checkStanding(record: CaseRecord, model: CaseModel): void {
  assert.deepEqual(answersOf(record), model.answers);
  assert.deepEqual(record.sheet.items.map(({ id }) => id).sort(), [...model.rows.keys()].sort());
  assert.deepEqual(Object.keys(record.completed).sort(), [...model.completed].sort());
  assert.equal(record.revision, model.revision);
  assert.equal(record.startedOn, model.startedOn);
  for (const sign of [
    record.state === "closed",
    record.closedOn !== null,
    record.completed.after !== undefined,
  ]) {
    assert.equal(sign, model.isClosed);
  }
  if (!model.isClosed) return;
  assert.equal(model.completed.size, registeredPhases.length);
  assert.deepEqual(hiddenAnswers(smallCodebook, record.sheet), []);
}

test("whatever two people do to a case, it goes as the model says", () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      live(steps, ({ decision, expected, after, model }) => {
        assert.equal(outcomeOf(decision), expected);
        checkStanding(after, model);
      });
    }),
    { numRuns: 500 },
  );
});

test("the history alone gives the case again, and tells from what to what each answer changed", () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      let record: CaseRecord | undefined;
      const revisions = live(steps, ({ decision, before, after }) => {
        record = after;
        if (decision.kind === "refused") return;
        const stood = answersOf(before);
        for (const change of decision.value.changes) {
          if (change.kind !== "answer-set") continue;
          const { variable, item } = change.address;
          const from = stood.get(item === undefined ? variable : `${item}.${variable}`) ?? null;
          assert.equal(change.from && JSON.stringify(change.from), from);
        }
      });
      // Through JSON, as the database keeps it.
      const [start, ...later] = JSON.parse(JSON.stringify(revisions)) as Revision[];
      assert.ok(start);
      const replayed = later.reduce(applyRevision, openRecord(identity, start));
      if (record) assert.deepEqual(replayed, record);
    }),
  );
});

test("a revision that is not the next one is refused loudly", () => {
  const first = decideStart({ startedOn, assignee: anna }, { by: anna, at: minute(0) });
  assert.ok(first.kind === "done");
  const record = openRecord(identity, first.value);
  assert.throws(() => applyRevision(record, first.value), /revision 1 cannot follow 1/);
  assert.throws(() => openRecord(identity, { ...first.value, changes: [] }), /case-started/);
});

test("the histories reach every corner, so that the model is asked about all of them", () => {
  const reached = new Set<string>();
  for (const steps of fc.sample(anyHistory, { numRuns: 500, seed: 2026 })) {
    live(steps, ({ decision }) => {
      reached.add(outcomeOf(decision));
      if (decision.kind === "refused") return;
      for (const change of decision.value.changes) {
        const isDropped = "why" in change;
        reached.add(isDropped ? `${change.kind}, hidden` : change.kind);
        if (decision.value.changes.length > 1 && change.kind === "phase-reopened") {
          reached.add("phase reopened by a correction elsewhere");
        }
      }
    });
  }
  assert.deepEqual(
    [
      "same",
      "done",
      "changed-meanwhile",
      "not-asked",
      "answer-missing",
      "check-failed",
      "phase-completed",
      "case-closed",
      "case-open",
      "unknown-item",
      "answer-set",
      "answer-set, hidden",
      "item-added",
      "item-removed",
      "item-removed, hidden",
      "phase-reopened",
      "phase reopened by a correction elsewhere",
      "case-reopened",
      "start-corrected",
      "survey-changed",
    ].filter((corner) => !reached.has(corner)),
    [],
  );
});
