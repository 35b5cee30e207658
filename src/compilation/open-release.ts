import { Codebook } from "#codebook";
import { readSafeTable, type SafeTable } from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";
import { ReleaseDocument } from "./release-document.ts";
import { readReleaseFolder } from "./release-folder.ts";
import { releaseFiles, specificationsOf } from "./release-manifest.ts";

/** A release as it was published; everything in memory, and nothing of a single case. */
export type Release = {
  readonly document: ReleaseDocument;
  readonly codebook: Codebook;
  readonly tables: readonly SafeTable[];
};

/** Refused for a folder that is no release, or in which a byte is not as it was written. */
export async function openRelease(folder: string): Promise<Outcome<Release>> {
  const read = await readReleaseFolder(folder);
  if (read.kind === "refused") return read;
  const { manifest, files } = read.value;
  const damaged = (file: string) => refused(problem("release-damaged", folder, { file }));

  const document = ReleaseDocument.safeParse(files[releaseFiles.document]);
  if (!document.success) return damaged(releaseFiles.document);
  const codebook = Codebook.safeParse(files[releaseFiles.codebook]);
  if (!codebook.success) return damaged(releaseFiles.codebook);

  const scope = { kind: "nation", round: manifest.round.id } as const;
  const specifications = new Map(specificationsOf(manifest).map((each) => [each.id, each]));
  const written = files[releaseFiles.safeTables];
  if (!Array.isArray(written)) return damaged(releaseFiles.safeTables);
  const tables: SafeTable[] = [];
  for (const each of written as readonly unknown[]) {
    if (!isWritten(each)) return damaged(releaseFiles.safeTables);
    const specification = specifications.get(each.specification);
    if (!specification) return damaged(releaseFiles.safeTables);
    const table = readSafeTable(scope, specification, each.written);
    if (table.kind === "refused") return damaged(releaseFiles.safeTables);
    tables.push(table.value);
  }
  return done({ document: document.data, codebook: codebook.data, tables });
}

function isWritten(
  input: unknown,
): input is { readonly specification: string; readonly written: unknown } {
  if (typeof input !== "object" || input === null) return false;
  const { specification } = input as { readonly specification?: unknown };
  return typeof specification === "string" && Object.hasOwn(input, "written");
}
