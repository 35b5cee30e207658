import type { AccountId } from "#kernel";
import type { CaseRecord } from "#registration";
import type { CaseVisit } from "./http/case-route.ts";
import type { CaseView } from "./wire.ts";

/** The case as the browser gets it: names of colleagues instead of account ids. */
export async function viewCase(
  { tx, actor, unit }: Pick<CaseVisit, "tx" | "actor" | "unit">,
  record: CaseRecord,
): Promise<CaseView> {
  const marks = Object.entries(record.marks);
  const completed = Object.entries(record.completed);
  const names = await tx.accounts.names();
  const nameOf = (account: AccountId) => names.get(account) ?? "okänd";
  return {
    code: record.code,
    unit: { id: record.unit, name: unit?.name ?? "" },
    assignee: record.assignee && nameOf(record.assignee),
    mine: record.assignee === actor.account,
    codebook: record.codebook,
    state: record.state,
    startedOn: record.startedOn,
    closedOn: record.closedOn,
    survey: record.survey,
    revision: record.revision,
    savedAt: record.lastStepAt,
    sheet: record.sheet,
    marks: Object.fromEntries(
      marks.map(([address, { revision, by, at }]) => [address, { revision, by: nameOf(by), at }]),
    ),
    completed: Object.fromEntries(
      completed.map(([phase, { by, at }]) => [phase, { by: nameOf(by), at }]),
    ),
  };
}
