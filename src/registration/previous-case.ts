import { type Problem, problem, refused } from "#kernel";
import { parseCaseCode } from "./case-code.ts";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

/**
 * A returning person's earlier case, by the code in the person's file. Whether such a case exists is
 * not looked at: the answer would tell whoever tries codes.
 * @param previousCode as somebody wrote it; `null` takes the link away.
 */
export function decidePreviousCase(
  record: CaseRecord,
  previousCode: string | null,
  deciding: Deciding,
): Decision {
  const to = previousCode === null ? null : parseCaseCode(previousCode);
  const from = record.previousCode;
  if (from === to) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  if (to === null) {
    return decided(record, deciding, [{ kind: "previous-case-changed", from, to }]);
  }
  const problems = checkPrevious(to, record.isAnonymous, record.code);
  if (to === undefined || problems.length > 0) return refused(...problems);
  return decided(record, deciding, [{ kind: "previous-case-changed", from, to }]);
}

/** @param code as read; `undefined` where what was written is no case code. */
export function checkPrevious(
  code: string | undefined,
  isAnonymous: boolean,
  ownCode?: string,
): readonly Problem[] {
  if (isAnonymous) return [problem("anonymous-not-linked", "previousCode")];
  if (code === undefined) return [problem("wrong-case-code", "previousCode")];
  return code === ownCode ? [problem("previous-case-itself", "previousCode")] : [];
}
