import {
  type AccountId,
  done,
  type Instant,
  type IsoDate,
  type Outcome,
  swedishDay,
} from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import type { Change, Revision } from "./change.ts";

/** Who decides, and when. */
export type Deciding = {
  readonly by: AccountId;
  readonly at: Instant;
  readonly reason?: string;
};

/**
 * What follows from a command: the next revision, or the problems that stop it. A revision without
 * changes means that the case already is as asked for, and nothing is stored.
 */
export type Decision = Outcome<Revision>;

export function today(deciding: Deciding): IsoDate {
  return swedishDay(deciding.at);
}

export function decided(
  record: Pick<CaseRecord, "revision">,
  { by, at, reason }: Deciding,
  changes: readonly Change[],
): Decision {
  const next = { revision: record.revision + 1, by, at, changes };
  return done(reason === undefined ? next : { ...next, reason });
}
