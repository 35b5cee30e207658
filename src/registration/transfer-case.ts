import { type AccountId, checkReason, problem, refused, type UnitId } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import type { Change } from "./change.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

export type TransferCase = {
  readonly unit: UnitId;
  /** Who manages the receiving unit. */
  readonly managers: readonly AccountId[];
};

/**
 * To another unit of the municipality, with the whole history. Nobody there has it yet; a sharing with
 * that unit ends. A restricted case takes its readers along, so one of them must manage it there:
 * otherwise nobody could ever change the list again.
 */
export function decideTransfer(
  record: CaseRecord,
  { unit, managers }: TransferCase,
  deciding: Deciding,
): Decision {
  const { unit: from, assignee, sharedWith, readers } = record;
  if (from === unit) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  const problems = checkReason(deciding.reason ?? "");
  if (problems.length > 0) return refused(...problems);
  if (readers !== null && !readers.some((reader) => managers.includes(reader))) {
    return refused(problem("no-reader-there", "unit"));
  }
  const changes: Change[] = [{ kind: "case-transferred", from, to: unit }];
  if (assignee !== null) changes.push({ kind: "case-assigned", from: assignee, to: null });
  if (sharedWith?.unit === unit) changes.push({ kind: "case-shared", from: sharedWith, to: null });
  return decided(record, deciding, changes);
}
