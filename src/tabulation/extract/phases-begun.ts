import { type Codebook, type PhaseId, phaseIds } from "#codebook";
import type { CaseRecord } from "#registration";

export type PhasesBegun = (record: CaseRecord) => ReadonlySet<PhaseId>;

/**
 * Which phases a case has come to: the first by being started, then every one in which something is
 * registered, and all before it. A closed case has come through all that the unit registers; the
 * client's is begun when the survey has been offered, whether or not it was answered.
 */
export function phasesBegun(codebook: Codebook): PhasesBegun {
  const known = made.get(codebook);
  if (known) return known;
  const begunIn = makePhasesBegun(codebook);
  made.set(codebook, begunIn);
  return begunIn;
}

/** It is asked for once a case, and a codebook never changes. */
const made = new WeakMap<Codebook, PhasesBegun>();

function makePhasesBegun(codebook: Codebook): PhasesBegun {
  const phaseOf = new Map(codebook.variables.map(({ id, phase }) => [id, phase]));
  const registered = phaseIds.filter((phase) => phase !== "client");

  return (record) => {
    const touched = new Set<PhaseId>(Object.keys(record.completed) as PhaseId[]);
    for (const variable of Object.keys(record.sheet.answers)) {
      const phase = phaseOf.get(variable);
      if (phase) touched.add(phase);
    }
    for (const item of record.sheet.items) touched.add(item.phase);
    const latest = registered.findLastIndex((phase) => touched.has(phase));
    const begun = new Set<PhaseId>(
      record.state === "closed" ? registered : registered.slice(0, Math.max(latest, 0) + 1),
    );
    if (isOffered(record)) begun.add("client");
    return begun;
  };
}

function isOffered({ survey }: CaseRecord): boolean {
  return survey.kind === "offered" || survey.kind === "answered" || survey.kind === "declined";
}
