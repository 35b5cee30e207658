import {
  type Codebook,
  type MissingAnswer,
  missingAnswers,
  type PhaseId,
  phaseIds,
} from "#codebook";
import type { CaseRecord } from "#registration";
import { phasesBegun } from "../extract/phases-begun.ts";

export type IncompletePhase = {
  readonly phase: PhaseId;
  readonly missing: readonly MissingAnswer[];
};

/**
 * What is missing in the phases that a case has come past: a later one is begun, or the case is closed.
 * What is missing in the phase that is worked on now is work, and no fault.
 */
export function incompletePhases(
  record: CaseRecord,
  codebook: Codebook,
): readonly IncompletePhase[] {
  const begun = phasesBegun(codebook)(record);
  const reached = phaseIds.filter((phase) => phase !== "client" && begun.has(phase));
  const passed = record.state === "closed" ? reached : reached.slice(0, -1);
  return passed.flatMap((phase) => {
    const missing = missingAnswers(codebook, record.sheet, phase);
    return missing.length === 0 ? [] : [{ phase, missing }];
  });
}
