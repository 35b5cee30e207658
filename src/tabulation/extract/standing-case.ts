import type { Evaluation, PhaseId } from "#codebook";
import type { CaseRecord } from "#registration";

/** A case as it stands, with what follows from its answers. */
export type StandingCase = {
  readonly record: CaseRecord;
  readonly evaluation: Evaluation;
  readonly begun: ReadonlySet<PhaseId>;
};
