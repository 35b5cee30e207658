import { type Problem, problem } from "#kernel";
import { approachCase } from "./http/approach-case.ts";
import type { Visit } from "./http/route.ts";

/**
 * Where the earlier case is still open, and the one who links to it could go on in it, that is what she
 * should do. Of any other code nothing is told, not even whether there is such a case.
 */
export async function checkPreviousIsClosed(
  visit: Visit,
  previousCode: string | null | undefined,
): Promise<readonly Problem[]> {
  if (previousCode === null || previousCode === undefined) return [];
  const key = "GET /api/cases/:code";
  const { record, verdict } = await approachCase(visit, key, previousCode, false);
  const isHers = record !== undefined && verdict === "allowed" && record.voided === null;
  return isHers && record.state === "open" ? [problem("previous-case-open", "previousCode")] : [];
}
