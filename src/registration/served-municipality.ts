import { type MunicipalityCode, type Problem, problem, refused } from "#kernel";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided } from "./decision.ts";

/** Whose inhabitant the client is said to be, and among which there is to choose. */
export type ServedMunicipality = {
  readonly to: MunicipalityCode;
  readonly own: MunicipalityCode;
  /** Beside its own: those that the unit receives people from. */
  readonly serves: readonly MunicipalityCode[];
};

/** A fact about the case that figures count by, so a closed case is opened again first. */
export function decideServedMunicipality(
  record: CaseRecord,
  served: ServedMunicipality,
  deciding: Deciding,
): Decision {
  const from = record.servedMunicipality;
  if (from === served.to) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  const problems = checkServed(served);
  if (problems.length > 0) return refused(...problems);
  return decided(record, deciding, [{ kind: "served-municipality-changed", from, to: served.to }]);
}

export function checkServed({ to, own, serves }: ServedMunicipality): readonly Problem[] {
  if (to === own || serves.includes(to)) return [];
  return [problem("municipality-not-served", "servedMunicipality")];
}
