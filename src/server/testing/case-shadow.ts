import assert from "node:assert/strict";
import type { AnswerValue } from "#codebook";
import type { CaseRecord, Change, Revision } from "#registration";

/**
 * What a history says of its case, kept as plain values and followed change by change: an answer that
 * overwrote one which its writer had not seen, or a step that was taken twice, shows as a contradiction.
 */
export type CaseShadow = {
  revision: number;
  unit: string;
  assignee: string | null;
  sharedWith: string | null;
  isVoided: boolean;
  readonly answers: { [variable: string]: string };
  readonly completed: Set<string>;
};

export function shadowOf(record: CaseRecord): CaseShadow {
  return {
    revision: record.revision,
    unit: record.unit,
    assignee: record.assignee,
    sharedWith: record.sharedWith?.unit ?? null,
    isVoided: record.voided !== null,
    answers: Object.fromEntries(
      Object.entries(record.sheet.answers).map(([name, value]) => [name, shown(value)]),
    ),
    completed: new Set(Object.keys(record.completed)),
  };
}

export function shown(value: AnswerValue): string {
  return JSON.stringify(Object.entries(value).sort());
}

/** @returns how the case stood after each revision; @throws where two of them contradict each other. */
export function followHistory(revisions: readonly Revision[], unit: string): readonly CaseShadow[] {
  let shadow: CaseShadow = {
    revision: 0,
    unit,
    assignee: null,
    sharedWith: null,
    isVoided: false,
    answers: {},
    completed: new Set(),
  };
  return revisions.map(({ revision, changes }) => {
    assert.equal(revision, shadow.revision + 1, "no revision is missing, none is there twice");
    assert.ok(changes.length > 0);
    shadow = {
      ...shadow,
      revision,
      answers: { ...shadow.answers },
      completed: new Set(shadow.completed),
    };
    for (const change of changes) follow(shadow, change);
    return shadow;
  });
}

function follow(shadow: CaseShadow, change: Change): void {
  assert.ok(!shadow.isVoided || change.kind === "case-restored", `${change.kind} when voided`);
  switch (change.kind) {
    case "case-started":
      shadow.assignee = change.assignee;
      return;
    case "answer-set": {
      const { variable } = change.address;
      assert.equal(change.from && shown(change.from), shadow.answers[variable] ?? null);
      assert.ok(!shadow.completed.has("background"), "a completed phase was answered");
      if (change.to === null) delete shadow.answers[variable];
      else shadow.answers[variable] = shown(change.to);
      return;
    }
    case "phase-completed":
      assert.ok(!shadow.completed.has(change.phase), "completed twice");
      shadow.completed.add(change.phase);
      return;
    case "phase-reopened":
      assert.ok(shadow.completed.delete(change.phase), "opened again without being completed");
      return;
    case "case-assigned":
      assert.equal(change.from, shadow.assignee);
      shadow.assignee = change.to;
      return;
    case "case-shared":
      assert.equal(change.from?.unit ?? null, shadow.sharedWith);
      shadow.sharedWith = change.to?.unit ?? null;
      return;
    case "case-transferred":
      assert.equal(change.from, shadow.unit);
      shadow.unit = change.to;
      return;
    case "case-voided":
      shadow.isVoided = true;
      return;
    case "case-restored":
      assert.ok(shadow.isVoided, "restored without being voided");
      shadow.isVoided = false;
      return;
    default:
      assert.fail(`nobody did ${change.kind}`);
  }
}
