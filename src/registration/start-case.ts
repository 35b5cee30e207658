import { type AccountId, type IsoDate, parseIsoDate, problem, refused } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided, today } from "./decision.ts";

/** Earlier than any follow-up of this kind: a slip of the keyboard. */
const earliestStart = "2000-01-01";

export function decideStart(
  command: { readonly startedOn: IsoDate; readonly assignee: AccountId | null },
  deciding: Deciding,
): Decision {
  const problems = checkStart(command.startedOn, deciding);
  if (problems.length > 0) return refused(...problems);
  return decided({ revision: 0 }, deciding, [{ kind: "case-started", ...command }]);
}

/** Another start moves the age with it, so the birth year is checked again when a phase is completed. */
export function decideCorrectStart(
  record: CaseRecord,
  startedOn: IsoDate,
  deciding: Deciding,
): Decision {
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
