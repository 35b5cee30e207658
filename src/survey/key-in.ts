import type { Codebook } from "#codebook";
import { type Outcome, problem, refused } from "#kernel";
import type { CaseRecord, Deciding } from "#registration";
import { type Answered, decideAnswered, type SurveyResponse } from "./answered.ts";

/** The ways in which somebody else than the client herself types. */
export const keyedInModes = ["paper", "read-aloud"] as const;

export type KeyedIn = SurveyResponse & { readonly mode: (typeof keyedInModes)[number] };

/**
 * A paper survey that is keyed in, or answers given aloud: by another person than those who work on the
 * case, whatever else she is allowed to.
 */
export function decideKeyIn(
  record: CaseRecord,
  codebook: Codebook,
  response: KeyedIn,
  deciding: Deciding,
): Outcome<Answered> {
  const workers = [record.assignee, record.sharedWith?.assignee];
  if (workers.includes(deciding.by)) return refused(problem("survey-of-own-case"));
  return decideAnswered(record, codebook, response, deciding);
}
