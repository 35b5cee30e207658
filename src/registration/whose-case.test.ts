import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyRevision, openRecord, recordAsAt } from "./apply-revision.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Revision } from "./change.ts";
import type { Decision } from "./decision.ts";
import type { Command } from "./testing/case-commands.ts";
import type { Expected } from "./testing/case-model.ts";
import { decideCommand } from "./testing/decide-command.ts";
import { anyLife, decideLife, type LifeStep, managers } from "./testing/life-commands.ts";
import { type LifeModel, newLife, tellLife, tellRegistration } from "./testing/life-model.ts";
import { anna, identity, minute, startedOn, startRevision } from "./testing/one-case.ts";

type Moment = {
  readonly decision: Decision;
  readonly expected: Expected;
  readonly before: CaseRecord;
  readonly after: CaseRecord;
  readonly model: LifeModel;
};

/** Plays a life in the room and in the model side by side. @returns every revision and where it led. */
function live(steps: readonly LifeStep[], look: (moment: Moment) => void) {
  const first = startRevision();
  let record = openRecord(identity, first);
  const model = newLife(startedOn, identity.unit, anna);
  const history: { revision: Revision; record: CaseRecord }[] = [{ revision: first, record }];

  for (const [index, step] of steps.entries()) {
    const deciding = { by: step.by, at: minute(index + 1) };
    const before = record;
    let decision: Decision;
    let expected: Expected;
    if ("life" in step) {
      decision = decideLife(record, step.life, deciding);
      expected = tellLife(model, step.life);
    } else if (step.command.kind !== "look") {
      const basedOn = marked(record, step.command);
      decision = decideCommand(record, step.command, basedOn, deciding);
      expected = tellRegistration(model, step.command, basedOn);
    } else continue;
    if (decision.kind === "done" && decision.value.changes.length > 0) {
      record = applyRevision(record, decision.value);
      history.push({ revision: decision.value, record });
    }
    look({ decision, expected, before, after: record, model });
  }
  return history;
}

function marked(record: CaseRecord, command: Command): number {
  return command.kind === "answer" ? (record.marks[command.place]?.revision ?? 0) : 0;
}

function outcomeOf(decision: Decision): string {
  if (decision.kind === "refused") return decision.problems[0]?.code ?? "";
  return decision.value.changes.length === 0 ? "same" : "done";
}

test("whatever becomes of a case, it goes as the model says", () => {
  fc.assert(
    fc.property(anyLife, (steps) => {
      live(steps, ({ decision, expected, after, model }) => {
        assert.equal(outcomeOf(decision), expected);
        assert.deepEqual(
          {
            unit: after.unit,
            assignee: after.assignee,
            share: after.sharedWith,
            readers: after.readers && new Set(after.readers),
            isVoided: after.voided !== null,
          },
          {
            unit: model.unit,
            assignee: model.assignee,
            share: model.share,
            readers: model.readers,
            isVoided: model.isVoided,
          },
        );
        assert.equal(after.revision, model.inner.revision);
        assert.equal(after.state === "closed", model.inner.isClosed);
        assert.deepEqual(Object.keys(after.completed).sort(), [...model.inner.completed].sort());
      });
    }),
    { numRuns: 500 },
  );
});

test("somebody can always change who reads a restricted case, and nobody works on it unseen", () => {
  fc.assert(
    fc.property(anyLife, (steps) => {
      live(steps, ({ after: { readers, unit, assignee, sharedWith } }) => {
        if (readers === null) return;
        assert.ok(readers.includes(managers[unit] ?? anna));
        for (const worker of [assignee, sharedWith?.assignee ?? null]) {
          assert.ok(worker === null || readers.includes(worker));
        }
        assert.notEqual(sharedWith?.unit, unit);
      });
    }),
  );
});

test("a voided case holds still until it is restored, and nothing is lost by it", () => {
  fc.assert(
    fc.property(anyLife, (steps) => {
      live(steps, ({ before, after }) => {
        if (before.voided === null || before === after) return;
        assert.equal(after.voided, null);
        const standing = ({ revision, lastStepAt, voided, ...rest }: CaseRecord) => rest;
        assert.deepEqual(standing(after), standing(before));
      });
    }),
  );
});

test("the history tells how the case stood at every moment, in whichever unit it lay", () => {
  fc.assert(
    fc.property(anyLife, (steps) => {
      const lived = live(steps, () => {});
      const now = lived.at(-1)?.record;
      assert.ok(now);
      // Through JSON, as the database keeps it.
      const revisions = lived.map(
        ({ revision }) => JSON.parse(JSON.stringify(revision)) as Revision,
      );
      for (const { revision, record } of lived) {
        assert.deepEqual(recordAsAt(now, revisions, revision.at), record);
      }
    }),
    { numRuns: 200 },
  );
});

test("the lives reach every corner, so that the model is asked about all of them", () => {
  const reached = new Set<string>();
  for (const steps of fc.sample(anyLife, { numRuns: 500, seed: 2026 })) {
    live(steps, ({ decision, after }) => {
      reached.add(outcomeOf(decision));
      if (decision.kind === "refused") return;
      const kinds = decision.value.changes.map(({ kind }) => kind);
      for (const kind of kinds) reached.add(kind);
      if (kinds.length === 3) reached.add("a transfer that ends a sharing");
      if (after.voided && after.state === "closed") reached.add("a closed case voided");
    });
  }
  assert.deepEqual(
    [
      "same",
      "case-voided",
      "assignee-not-reader",
      "share-with-itself",
      "no-reader-there",
      "readers-empty",
      "readers-without-assignee",
      "readers-without-manager",
      "case-assigned",
      "case-shared",
      "case-transferred",
      "readers-named",
      "case-voided",
      "case-restored",
      "case-closed",
      "case-reopened",
      "a transfer that ends a sharing",
      "a closed case voided",
    ].filter((corner) => !reached.has(corner)),
    [],
  );
});
