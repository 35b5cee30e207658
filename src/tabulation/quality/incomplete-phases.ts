import { type Codebook, type MissingAnswer, missingAnswers, type PhaseId } from "#codebook";
import type { CaseRecord } from "#registration";
import { phasesPassed } from "../extract/phases-passed.ts";

export type IncompletePhase = {
  readonly phase: PhaseId;
  readonly missing: readonly MissingAnswer[];
};

/** What is missing in the phases that a case has come past. */
export function incompletePhases(
  record: CaseRecord,
  codebook: Codebook,
): readonly IncompletePhase[] {
  return [...phasesPassed(record, codebook)].flatMap((phase) => {
    const missing = missingAnswers(codebook, record.sheet, phase);
    return missing.length === 0 ? [] : [{ phase, missing }];
  });
}
