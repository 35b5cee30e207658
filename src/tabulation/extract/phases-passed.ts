import { type Codebook, type PhaseId, phaseIds } from "#codebook";
import type { CaseRecord } from "#registration";
import { phasesBegun } from "./phases-begun.ts";

/**
 * Which phases a case has come past: a later one is begun, the phase is marked as completed, or the
 * case is closed. What is not registered in the phase that is worked on now is not missing: not yet.
 */
export function phasesPassed(record: CaseRecord, codebook: Codebook): ReadonlySet<PhaseId> {
  const begun = phasesBegun(codebook)(record);
  const reached = phaseIds.filter((phase) => phase !== "client" && begun.has(phase));
  const latest = reached.at(-1);
  return new Set(
    reached.filter(
      (phase) =>
        record.state === "closed" || phase !== latest || Object.hasOwn(record.completed, phase),
    ),
  );
}
