import { done, type Outcome, problem, refused } from "#kernel";
import { type AuditedTables, type AuditOrder, auditTables } from "./audit-tables.ts";
import { numbersBeside } from "./numbers-beside.ts";
import { readProtectedCells } from "./protected-cells.ts";
import { ReleaseDocument } from "./release-document.ts";
import { parseJson, readTexts, sha256 } from "./release-folder.ts";
import { readSpecifications, releaseFiles } from "./release-manifest.ts";
import { isOfCells, readSafeTables } from "./tables/safe-tables.ts";
import { apart, withoutVerdict } from "./tables/tables-text.ts";
import { readTables, toldSet } from "./tables/told-set.ts";

export type AuditedFolder = AuditedTables & {
  /** Whether the verdict that stands in the release is of what the release tells now. */
  readonly isStored: boolean;
};

/**
 * Audits a release anew, from what it publishes and from the list of what it hides: also one that
 * somebody has changed since.
 */
export async function auditFolder(
  folder: string,
  order: AuditOrder,
): Promise<Outcome<AuditedFolder>> {
  const texts = await readTexts(folder, Object.values(releaseFiles));
  const text = texts[releaseFiles.tables];
  if (text === undefined) {
    return refused(problem("release-not-one", folder, { file: releaseFiles.tables }));
  }
  const read = readTables(parseJson(text), folder);
  if (read.kind === "refused") return read;
  const { tables, verdict: stored } = apart(read.value);
  const told = toldSet(tables);
  const kept = readProtectedCells(texts[releaseFiles.protectedCells], told, folder);
  if (kept.kind === "refused") return kept;

  const damaged = (file: string) => refused(problem("release-damaged", folder, { file }));
  const document = ReleaseDocument.safeParse(parseJson(texts[releaseFiles.summary]));
  if (!document.success) return damaged(releaseFiles.summary);
  const specifications = readSpecifications(tables);
  const written = parseJson(texts[releaseFiles.safeTables]);
  const safeTables = specifications && readSafeTables(written, tables, specifications);
  if (!safeTables) return damaged(releaseFiles.safeTables);
  const places = new Map(tables.cells.map(({ id }, place) => [id, place]));
  const beside = numbersBeside(document.data, safeTables, (id) => places.get(id));
  if (beside.kind === "refused") return beside;

  const audited = await auditTables(tables, kept.value, beside.value, order);
  if (audited.kind === "refused") return audited;
  const cellsById = new Map(tables.cells.map((cell) => [cell.id, cell]));
  const isStored =
    stored.passed &&
    stored.audited === sha256(withoutVerdict(text)) &&
    safeTables.every((each) => isOfCells(each, cellsById));
  return done({ ...audited.value, isStored });
}
