import { Codebook } from "#codebook";
import type { Region, SafeTable } from "#disclosure";
import { canonicalJson, done, type Outcome, problem, refused } from "#kernel";
import type { TableSpecification } from "#tabulation";
import { describeRelease } from "./describe-release.ts";
import { ReleaseDocument } from "./release-document.ts";
import {
  openData,
  type PublishedTexts,
  parseJson,
  readReleaseFolder,
  sha256,
} from "./release-folder.ts";
import { readPublishedFolder } from "./release-folder-published.ts";
import { publicFiles, readSpecifications } from "./release-manifest.ts";
import type { ReleaseVerdict, UnauditedTables } from "./tables/release-tables.ts";
import { isOfCells, readSafeTables, regionOf } from "./tables/safe-tables.ts";
import { apart, withoutVerdict } from "./tables/tables-text.ts";
import { readTables } from "./tables/told-set.ts";

/** A release as it was published; everything in memory, and nothing of a single case. */
export type Release = {
  readonly document: ReleaseDocument;
  readonly codebook: Codebook;
  /** All that was counted, as it was decided before counting: whether or not anything of it is told. */
  readonly specifications: readonly TableSpecification[];
  /** Of the nation. */
  readonly tables: readonly SafeTable[];
  /** Areas, then municipalities; none: of the nation alone. */
  readonly regions: readonly ReleaseRegion[];
  /** What the auditor said of it. */
  readonly verdict: ReleaseVerdict["words"];
  /** Every cell and relation. */
  readonly cells: UnauditedTables;
  /** A file that everybody may have («tables.csv»), as it was written; `undefined`: there is none. */
  readonly openData: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
};

export type ReleaseRegion = Region & { readonly tables: readonly SafeTable[] };

/**
 * Of whoever compiled it, or as it came back: from what is public of it alone. Refused for a folder that is
 * no release, in which a byte is not as it was written, that no audit has passed, or in which a table says
 * anything else than the cells that were audited.
 */
export async function openRelease(folder: string): Promise<Outcome<Release>> {
  const published = await readPublishedFolder(folder);
  if (published?.kind === "refused") return published;
  if (published) return openTexts(folder, published.value.texts, published.value.digests);
  const compiled = await readReleaseFolder(folder);
  if (compiled.kind === "refused") return compiled;
  return openTexts(folder, compiled.value.texts, compiled.value.manifest.files);
}

function openTexts(
  folder: string,
  texts: PublishedTexts,
  digests: { readonly [file: string]: string },
): Outcome<Release> {
  const damaged = (file: string) => refused(problem("release-damaged", folder, { file }));
  const document = ReleaseDocument.safeParse(parseJson(texts[publicFiles.summary]));
  if (!document.success) return damaged(publicFiles.summary);
  const codebook = Codebook.safeParse(parseJson(texts[publicFiles.codebook]));
  if (!codebook.success) return damaged(publicFiles.codebook);
  const audited = readTables(parseJson(texts[publicFiles.tables]), folder);
  if (audited.kind === "refused") return audited;
  const { tables: cells, verdict } = apart(audited.value);
  const isAudited =
    verdict.passed && verdict.audited === sha256(withoutVerdict(texts[publicFiles.tables]));
  if (!isAudited) return refused(problem("audit-missing", folder));

  const specifications = readSpecifications(cells);
  if (!specifications) return damaged(publicFiles.tables);
  const written = parseJson(texts[publicFiles.safeTables]);
  const tables = readSafeTables(written, cells, specifications);
  const cellsById = new Map(cells.cells.map((cell) => [cell.id, cell]));
  if (!tables?.every((each) => isOfCells(each, cellsById))) return damaged(publicFiles.safeTables);
  const byRegion = Map.groupBy(
    tables.map(({ table }) => table),
    regionOf,
  );
  const { kind, round, municipalities, missing, absent } = document.data;
  const subject = { kind, round, municipalities, missing, absent, codebook: codebook.data };
  const told = describeRelease(subject, byRegion.get("nation") ?? []);
  if (numbersOf(told) !== numbersOf(document.data)) return damaged(publicFiles.summary);

  const [nation, ...below] = cells.regions.map(({ code, level, name, parents }): ReleaseRegion => {
    return { id: code, level, name, parents, tables: byRegion.get(code) ?? [] };
  });
  if (nation?.level !== "nation") return damaged(publicFiles.tables);
  return done({
    document: document.data,
    codebook: codebook.data,
    specifications,
    tables: nation.tables,
    regions: below,
    verdict: verdict.words,
    cells,
    openData: (name) => openData(folder, digests, name),
  });
}

/** Numbers and what they are of; words may be put otherwise by a later program. */
function numbersOf(document: ReleaseDocument): string {
  const withoutWords = JSON.stringify(document, (key, value) =>
    key === "label" ? undefined : value,
  );
  return canonicalJson(JSON.parse(withoutWords));
}
