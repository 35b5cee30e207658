import { problem, refused } from "#kernel";
import { mayRead } from "./assign-case.ts";
import type { CaseRecord, Share } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

/**
 * Lets another unit of the municipality work on the case too: an authority's with its provider, or the
 * reverse. It stays one case, counted by its owner; `null` ends the sharing.
 */
export function decideShare(record: CaseRecord, share: Share | null, deciding: Deciding): Decision {
  const from = record.sharedWith;
  if (from?.unit === share?.unit && from?.assignee === share?.assignee) {
    return decided(record, deciding, []);
  }
  if (record.voided) return refused(problem("case-voided"));
  if (share?.unit === record.unit) return refused(problem("share-with-itself", "share"));
  if (share && !mayRead(record, share.assignee)) {
    return refused(problem("assignee-not-reader", "share", { code: record.code }));
  }
  return decided(record, deciding, [{ kind: "case-shared", from, to: share }]);
}
