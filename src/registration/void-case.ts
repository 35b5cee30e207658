import { checkReason, refused } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

/** «Makulera», open or closed: the case is kept as it is, and neither counted nor delivered. */
export function decideVoid(record: CaseRecord, deciding: Deciding): Decision {
  if (record.voided) return decided(record, deciding, []);
  const problems = checkReason(deciding.reason ?? "");
  if (problems.length > 0) return refused(...problems);
  return decided(record, deciding, [{ kind: "case-voided" }]);
}

/** The case goes on where it stood. */
export function decideRestore(record: CaseRecord, deciding: Deciding): Decision {
  if (!record.voided) return decided(record, deciding, []);
  const problems = checkReason(deciding.reason ?? "");
  if (problems.length > 0) return refused(...problems);
  return decided(record, deciding, [{ kind: "case-restored" }]);
}
