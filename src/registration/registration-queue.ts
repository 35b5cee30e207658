import {
  type Codebook,
  evaluate,
  type MissingAnswer,
  missingAnswers,
  type PhaseId,
  questionsOf,
  type Variable,
} from "#codebook";
import type { AccountId, CaseId, Instant, UnitId } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { registeredPhases } from "./complete-phase.ts";

/** A case that somebody has taken in a registration session. */
export type TakenCase = {
  readonly case: CaseId;
  readonly by: AccountId;
  /** `null` while it is worked on. */
  readonly outcome: "done" | "later" | null;
  readonly settledAt: Instant | null;
};

export type Participant = { readonly account: AccountId; readonly unit: UnitId };

/** Whether the case is the participant's own in this unit: its assignee's, or its other unit's. */
export function isOwnCase(record: CaseRecord, { account, unit }: Participant): boolean {
  if (!existsFor(record, account)) return false;
  const isAssignee = record.unit === unit && record.assignee === account;
  const { sharedWith } = record;
  return isAssignee || (sharedWith?.unit === unit && sharedWith.assignee === account);
}

/** Whether nobody has the case yet, so that whoever of the unit comes first may take it. */
export function isWithoutAssignee(record: CaseRecord, { account, unit }: Participant): boolean {
  return existsFor(record, account) && record.unit === unit && record.assignee === null;
}

function existsFor({ voided, readers }: CaseRecord, account: AccountId): boolean {
  return voided === null && (readers === null || readers.includes(account));
}

/**
 * The participant's queue: first her own cases, then those that nobody has, each the oldest step
 * first; last what she put off, in the order she did so. What others have taken is not in it, nor what
 * has nothing left to register. A colleague's case never is.
 */
export function registrationQueue(
  cases: readonly CaseRecord[],
  taken: readonly TakenCase[],
  participant: Participant,
  hasLeft: (record: CaseRecord) => boolean,
): readonly CaseRecord[] {
  const takenBy = new Map(taken.map((each) => [each.case, each]));
  const waiting = cases
    .filter((record) => isOwnCase(record, participant) || isWithoutAssignee(record, participant))
    .filter((record) => record.state === "open" && hasLeft(record))
    .toSorted(oldestStepFirst);
  const untaken = waiting.filter(({ id }) => !takenBy.has(id));
  const putOff = waiting
    .flatMap((record) => {
      const found = takenBy.get(record.id);
      const isPutOff = found?.outcome === "later" && found.by === participant.account;
      return isPutOff && isOwnCase(record, participant)
        ? [{ record, at: found.settledAt ?? record.lastStepAt }]
        : [];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : oldestStepFirst(a.record, b.record)));
  return [
    ...untaken.filter((record) => isOwnCase(record, participant)),
    ...untaken.filter((record) => !isOwnCase(record, participant)),
    ...putOff.map(({ record }) => record),
  ];
}

function oldestStepFirst(a: CaseRecord, b: CaseRecord): number {
  if (a.lastStepAt !== b.lastStepAt) return a.lastStepAt < b.lastStepAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** What tells how far a case has come; the same in the browser, which knows people by name. */
export type Progress = Pick<CaseRecord, "state" | "sheet"> & {
  readonly voided: object | null;
  readonly completed: { readonly [phase in PhaseId]?: object };
};

export type PhaseLeft = {
  readonly phase: PhaseId;
  /** Empty when all is answered, and the phase waits for being completed. */
  readonly missing: readonly MissingAnswer[];
};

/**
 * What there is left to register, phase by phase. Support that is under way, with all that is known so
 * far registered, waits for nothing; every other phase waits at least for being completed.
 */
export function leftToRegister(codebook: Codebook, record: Progress): readonly PhaseLeft[] {
  if (record.state === "closed" || record.voided) return [];
  return duePhases(codebook, record)
    .map((phase) => ({ phase, missing: missingAnswers(codebook, record.sheet, phase) }))
    .filter(({ phase, missing }) => phase !== "during" || missing.length > 0);
}

export function hasLeftToRegister(codebook: Codebook, record: Progress): boolean {
  return leftToRegister(codebook, record).length > 0;
}

/** Questions of the case itself that are asked by now and not answered, in the codebook's order. */
export function unansweredVariables(codebook: Codebook, record: CaseRecord): readonly Variable[] {
  if (record.state === "closed" || record.voided) return [];
  const evaluation = evaluate(codebook, record.sheet);
  return duePhases(codebook, record).flatMap((phase) =>
    questionsOf(codebook, record.sheet, phase).flatMap((asked) => {
      if (asked.kind !== "question") return [];
      const { variable } = asked;
      const isOpen = evaluation.valueOf({ variable: variable.id }) === undefined;
      return isOpen && variable.required ? [variable] : [];
    }),
  );
}

/**
 * The phases that are not completed and whose time has come: what is known when a case begins, and
 * a later phase when the one before it is completed or something in it has been answered.
 */
function duePhases(codebook: Codebook, { completed, sheet }: Progress): readonly PhaseId[] {
  const fromTheStart: readonly PhaseId[] = ["background", "before"];
  const begun = new Set<PhaseId>([
    ...sheet.items.map(({ phase }) => phase),
    ...codebook.variables.filter(({ id }) => sheet.answers[id]).map(({ phase }) => phase),
  ]);
  return registeredPhases.filter((phase, index) => {
    if (completed[phase]) return false;
    const before = registeredPhases[index - 1];
    const follows = before !== undefined && completed[before] !== undefined;
    return fromTheStart.includes(phase) || follows || begun.has(phase);
  });
}
