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

/** Seconds from the invitation until the client has answered. */
const answerTakes = 240;

/** Seconds between two decisions of one sitting. */
const quickest = 2;
const slowest = 9;

type Decide = (record: CaseRecord, deciding: Deciding) => Outcome<Revision>;

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

  function note(
    action: string,
    details?: AuditNote["details"],
    account: AuditNote["account"] = by,
  ): void {
    if (isOver()) return;
    notes.push({ at, account, action, case: identity.id, ...(details && { details }) });
  }

  /** @throws where the decision is refused: the story cannot be. */
  function step(
    seconds: number,
    action: string,
    decide: Decide,
    { reason, account = by }: { reason?: string | undefined; account?: AuditNote["account"] } = {},
  ): void {
    passTo(day, second + seconds);
    if (isOver()) return;
    const revision = taken(action, decide(record, deciding(reason)));
    if (revision.changes.length === 0) return;
    record = applyRevision(record, revision);
    revisions.push(revision);
    note(action, { revision: revision.revision }, account);
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

    note: (action: string, details?: AuditNote["details"]) => note(action, details),

    /** A colleague's case is opened by saying why. */
    openWithReason(reason: string): void {
      if (isOver()) return;
      const id = randomId(randomness);
      const opened = { id, account: by, case: identity.id, reason, at };
      accessReasons.push({ ...opened, until: addHours(at, reasonHours) });
      note("case.opened-with-reason");
    },

    take(action: string, decide: Decide, reason?: string): void {
      step(between(randomness, quickest, slowest), action, decide, { reason });
    },

    /** As `take`, without a draw from the desk's chance. */
    takeUndrawn(action: string, decide: Decide): void {
      step(quickest, action, decide);
    },

    /** What the client does herself a little later, without an account and without a draw. */
    takeByClient(action: string, decide: Decide): void {
      step(answerTakes, action, decide, { account: null });
    },

    /** Days pass and nobody draws: the worker looks at the case again at the same time of the day. */
    wait(until: IsoDate): void {
      if (until > day) passTo(until, second);
      by = worker;
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
