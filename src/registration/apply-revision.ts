import { type AnswerSheet, type Answers, addressKey, type Item, type PhaseId } from "#codebook";
import type { CaseId, Instant, MunicipalityCode, UnitId } from "#kernel";
import type { CaseRecord, Mark } from "./case-record.ts";
import type { Change, Revision } from "./change.ts";

/** What a case is before its first revision. */
export type CaseIdentity = {
  readonly municipality: MunicipalityCode;
  readonly id: CaseId;
  readonly code: string;
  readonly unit: UnitId;
  readonly codebook: string;
};

/** The first revision makes the case; its first change is always `case-started`. */
export function openRecord(identity: CaseIdentity, first: Revision): CaseRecord {
  const [start] = first.changes;
  if (start?.kind !== "case-started") throw new Error("a case begins with case-started");
  const empty: CaseRecord = {
    ...identity,
    assignee: start.assignee,
    sharedWith: null,
    servedMunicipality: start.servedMunicipality ?? identity.municipality,
    isAnonymous: start.isAnonymous ?? false,
    previousCode: start.previousCode ?? null,
    readers: null,
    voided: null,
    state: "open",
    startedOn: start.startedOn,
    closedOn: null,
    survey: { kind: "not-yet-offered" },
    revision: 0,
    lastStepAt: first.at,
    sheet: { answers: {}, items: [] },
    marks: {},
    completed: {},
  };
  return applyRevision(empty, first);
}

/**
 * The case as it stood at a moment: what came later is not known yet. `undefined` before its start.
 * @param revisions its whole history, in order.
 */
export function recordAsAt(
  identity: CaseIdentity,
  revisions: readonly Revision[],
  at: Instant,
): CaseRecord | undefined {
  const known = revisions.filter((revision) => revision.at <= at);
  const [first, ...others] = known;
  if (!first) return undefined;
  const { municipality, id, code, codebook } = identity;
  const unit = firstUnit(identity.unit, revisions);
  return others.reduce(
    applyRevision,
    openRecord({ municipality, id, code, unit, codebook }, first),
  );
}

/** Where the case began, before it was transferred. */
function firstUnit(unitNow: UnitId, revisions: readonly Revision[]): UnitId {
  const changes = revisions.flatMap((revision) => revision.changes);
  return changes.find((change) => change.kind === "case-transferred")?.from ?? unitNow;
}

/** @throws when the revision is not the next one: the store must have refused it before. */
export function applyRevision(record: CaseRecord, revision: Revision): CaseRecord {
  if (revision.revision !== record.revision + 1) {
    throw new Error(`revision ${revision.revision} cannot follow ${record.revision}`);
  }
  const mark: Mark = { revision: revision.revision, by: revision.by, at: revision.at };
  const changed = revision.changes.reduce((so, change) => applyChange(so, change, mark), record);
  return { ...changed, revision: revision.revision, lastStepAt: revision.at };
}

function applyChange(record: CaseRecord, change: Change, mark: Mark): CaseRecord {
  switch (change.kind) {
    case "case-started":
      return { ...record, startedOn: change.startedOn, assignee: change.assignee };
    case "answer-set": {
      const marks = { ...record.marks, [addressKey(change.address)]: mark };
      return { ...record, marks, sheet: setAnswer(record.sheet, change) };
    }
    case "item-added": {
      const items = [...record.sheet.items, { ...change.item, answers: {} }];
      return { ...record, sheet: { ...record.sheet, items } };
    }
    case "item-removed": {
      const items = record.sheet.items.filter((item) => item.id !== change.item.id);
      return { ...record, sheet: { ...record.sheet, items } };
    }
    case "phase-completed": {
      const { phase, overrides } = change;
      const completion = overrides ? { ...mark, overrides } : mark;
      return { ...record, completed: { ...record.completed, [phase]: completion } };
    }
    case "phase-reopened":
      return { ...record, completed: without(record.completed, change.phase) };
    case "start-corrected":
      return { ...record, startedOn: change.to };
    case "case-closed":
      return { ...record, state: "closed", closedOn: change.closedOn };
    case "case-reopened":
      return { ...record, state: "open", closedOn: null };
    case "survey-changed":
      return { ...record, survey: change.to };
    case "case-assigned":
      return { ...record, assignee: change.to };
    case "case-shared":
      return { ...record, sharedWith: change.to };
    case "case-transferred":
      return { ...record, unit: change.to };
    case "served-municipality-changed":
      return { ...record, servedMunicipality: change.to };
    case "previous-case-changed":
      return { ...record, previousCode: change.to };
    case "readers-named":
      return { ...record, readers: change.to };
    case "case-voided":
      return { ...record, voided: mark };
    case "case-restored":
      return { ...record, voided: null };
  }
}

function setAnswer(
  sheet: AnswerSheet,
  { address, to }: Extract<Change, { kind: "answer-set" }>,
): AnswerSheet {
  function replaced(answers: Answers): Answers {
    if (to !== null) return { ...answers, [address.variable]: to };
    const { [address.variable]: _, ...others } = answers;
    return others;
  }
  if (address.item === undefined) return { ...sheet, answers: replaced(sheet.answers) };
  const items = sheet.items.map(
    (item): Item =>
      item.id === address.item ? { ...item, answers: replaced(item.answers) } : item,
  );
  return { ...sheet, items };
}

function without(completed: CaseRecord["completed"], phase: PhaseId): CaseRecord["completed"] {
  const { [phase]: _, ...others } = completed;
  return others;
}
