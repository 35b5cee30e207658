import { type AccountId, type IsoDate, parseIsoDate, problem, refused } from "#kernel";
import { parseCaseCode } from "./case-code.ts";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided, today } from "./decision.ts";
import { checkPrevious } from "./previous-case.ts";
import { checkServed, type ServedMunicipality } from "./served-municipality.ts";

/** Earlier than any follow-up of this kind: a slip of the keyboard. */
const earliestStart = "2000-01-01";

export type StartCase = {
  readonly startedOn: IsoDate;
  readonly assignee: AccountId | null;
  /** Left out: an inhabitant of the own municipality. */
  readonly served?: ServedMunicipality;
  /** Nothing may lead to the person: such a case is linked to no other. */
  readonly isAnonymous?: boolean;
  /** Of the person's earlier case, as somebody wrote it. */
  readonly previousCode?: string;
};

export function decideStart(command: StartCase, deciding: Deciding): Decision {
  const { startedOn, assignee, served, isAnonymous = false, previousCode } = command;
  const earlier = previousCode === undefined ? undefined : parseCaseCode(previousCode);
  const problems = [
    ...checkStart(startedOn, deciding),
    ...(served ? checkServed(served) : []),
    ...(previousCode === undefined ? [] : checkPrevious(earlier, isAnonymous)),
  ];
  if (problems.length > 0) return refused(...problems);
  const isOther = served !== undefined && served.to !== served.own;
  return decided({ revision: 0 }, deciding, [
    {
      kind: "case-started",
      startedOn,
      assignee,
      ...(isOther ? { servedMunicipality: served.to } : {}),
      ...(isAnonymous ? { isAnonymous } : {}),
      ...(earlier === undefined ? {} : { previousCode: earlier }),
    },
  ]);
}

/** Another start moves the age with it, so the birth year is checked again when a phase is completed. */
export function decideCorrectStart(
  record: CaseRecord,
  startedOn: IsoDate,
  deciding: Deciding,
): Decision {
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  const problems = checkStart(startedOn, deciding);
  if (problems.length > 0) return refused(...problems);
  const from = record.startedOn;
  const changes =
    from === startedOn ? [] : [{ kind: "start-corrected", from, to: startedOn } as const];
  return decided(record, deciding, changes);
}

function checkStart(startedOn: IsoDate, deciding: Deciding) {
  if (parseIsoDate(startedOn) === undefined) return [problem("not-a-date", "startedOn")];
  if (startedOn > today(deciding)) return [problem("date-in-future", "startedOn")];
  if (startedOn < earliestStart) {
    return [problem("date-too-early", "startedOn", { earliest: "1 januari 2000" })];
  }
  return [];
}
