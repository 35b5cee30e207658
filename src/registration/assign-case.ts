import { type AccountId, problem, refused } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

/**
 * Hands the case to another worker of the unit that owns it, or (`null`) to nobody for the time being.
 * That she works there is the caller's to know.
 */
export function decideAssign(
  record: CaseRecord,
  assignee: AccountId | null,
  deciding: Deciding,
): Decision {
  const from = record.assignee;
  if (from === assignee) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (!mayRead(record, assignee)) {
    return refused(problem("assignee-not-reader", "assignee", { code: record.code }));
  }
  return decided(record, deciding, [{ kind: "case-assigned", from, to: assignee }]);
}

/** Whoever works on a restricted case is one of its readers; nobody is let in by the way. */
export function mayRead({ readers }: CaseRecord, account: AccountId | null): boolean {
  return readers === null || account === null || readers.includes(account);
}
