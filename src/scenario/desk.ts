import {
  type AccountId,
  addHours,
  caseId,
  type Instant,
  type IsoDate,
  instantOn,
  type MunicipalityCode,
  type Outcome,
  problemSentence,
  type Randomness,
  randomId,
  type UnitId,
} from "#kernel";
import {
  applyRevision,
  type CaseRecord,
  type Deciding,
  decideStart,
  newCaseCode,
  openRecord,
  type Revision,
} from "#registration";
import type { AccessReason, AuditNote } from "#store";
import { between } from "./draw.ts";
import { firstSecond, lastSecond } from "./workday.ts";

/** Where a case is registered, and by whom. */
export type Setting = {
  readonly municipality: MunicipalityCode;
  readonly unit: UnitId;
  readonly worker: AccountId;
  /** The id of the codebook. */
  readonly codebook: string;
  readonly randomness: Randomness;
  /** Codes in use in the municipality; the case adds its own. */
  readonly takenCodes: Set<string>;
  /** Nothing happens after this moment; left out, the story is told to its end. */
  readonly until?: Instant;
};

/** Hours for which a given reason opens a colleague's case. */
const reasonHours = 8;

/** Seconds between two decisions of one sitting. */
const quickest = 2;
const slowest = 9;

/**
 * A worker's desk with one case on it: days pass, people sit down, decisions are taken one after
 * another, and what the log would have noted is noted.
 */
export type Desk = ReturnType<typeof openDesk>;

/** Starts the case on its first day. @throws where the start is refused: the story cannot be. */
export function openDesk(setting: Setting, startedOn: IsoDate, firstDay: IsoDate) {
  const { municipality, unit, worker, codebook, randomness, until } = setting;
  const revisions: Revision[] = [];
  const notes: AuditNote[] = [];
  const accessReasons: AccessReason[] = [];
  let day = firstDay;
  let second = between(randomness, firstSecond, lastSecond);
  let by = worker;
  let at = instantOn(day, second);

  const identity = {
    municipality,
    id: caseId(randomId(randomness)),
    code: freeCode(setting),
    unit,
    codebook,
  };
  const start = decideStart({ startedOn, assignee: worker }, deciding());
  const first = taken("case.started", start);
  let record: CaseRecord = openRecord(identity, first);
  revisions.push(first);
  note("case.started");

  function passTo(newDay: IsoDate, newSecond: number): void {
    [day, second] = [newDay, newSecond];
    at = instantOn(day, second);
  }

  function deciding(reason?: string): Deciding {
    return reason === undefined ? { by, at } : { by, at, reason };
  }

  function isOver(): boolean {
    return until !== undefined && at > until;
  }

  function note(action: string, details?: AuditNote["details"]): void {
    if (isOver()) return;
    notes.push({ at, account: by, action, case: identity.id, ...(details && { details }) });
  }

  return {
    randomness,
    record: () => record,
    day: () => day,
    isOver,

    /** Somebody sits down with the case, on this day or, if that has passed, today. */
    sit(on: IsoDate, account: AccountId = worker): void {
      if (on > day) passTo(on, between(randomness, firstSecond, lastSecond));
      else passTo(day, second + 60);
      by = account;
    },

    note,

    /** A colleague's case is opened by saying why. */
    openWithReason(reason: string): void {
      if (isOver()) return;
      const id = randomId(randomness);
      const opened = { id, account: by, case: identity.id, reason, at };
      accessReasons.push({ ...opened, until: addHours(at, reasonHours) });
      note("case.opened-with-reason");
    },

    /** @throws where the decision is refused: the story cannot be. */
    take(
      action: string,
      decide: (record: CaseRecord, deciding: Deciding) => Outcome<Revision>,
      reason?: string,
    ): void {
      passTo(day, second + between(randomness, quickest, slowest));
      if (isOver()) return;
      const revision = taken(action, decide(record, deciding(reason)));
      if (revision.changes.length === 0) return;
      record = applyRevision(record, revision);
      revisions.push(revision);
      note(action, { revision: revision.revision });
    },

    leave: () => ({ record, revisions, notes, accessReasons }),
  };
}

/** As the server does it: among 25 million codes a second draw is rare, but it happens. */
function freeCode({ randomness, takenCodes }: Setting): string {
  for (;;) {
    const code = newCaseCode(randomness);
    if (takenCodes.has(code)) continue;
    takenCodes.add(code);
    return code;
  }
}

function taken(action: string, outcome: Outcome<Revision>): Revision {
  if (outcome.kind === "done") return outcome.value;
  const told = outcome.problems.map((each) => `${each.at}: ${problemSentence(each, "en")}`);
  throw new Error(`${action} was refused: ${told.join(" ")}`);
}
