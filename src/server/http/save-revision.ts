import { birthYearOf, type Codebook } from "#codebook";
import { applyRevision, type CaseRecord, type Revision } from "#registration";
import type { Visit } from "./route.ts";

/** @throws where the case's codebook is gone: codebooks are published for good. */
export function codebookOf({ services }: Pick<Visit, "services">, record: CaseRecord): Codebook {
  const codebook = services.codebooks.get(record.codebook);
  if (!codebook) throw new Error(`a case rests on the unknown codebook ${record.codebook}`);
  return codebook;
}

/**
 * Stores the next revision of a case that was locked when it was read.
 * @returns the case as it then stands.
 */
export async function saveRevision(
  visit: Pick<Visit, "services" | "tx">,
  record: CaseRecord,
  revision: Revision,
): Promise<CaseRecord> {
  const next = applyRevision(record, revision);
  const facts = { birthYear: birthYearOf(codebookOf(visit, record), next.sheet) };
  const saved = await visit.tx.cases.save(next, revision, facts);
  if (saved.kind === "stale") throw new Error(`case ${record.id} changed while locked`);
  return next;
}
