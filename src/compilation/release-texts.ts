import type { Codebook } from "#codebook";
import type { RawTable } from "#tabulation";
import type { AuditedTables } from "./audit-tables.ts";
import type { CountedRelease } from "./count-release.ts";
import { deliveredCountsText } from "./delivered-counts.ts";
import { type EarlierTold, protectedCellsText } from "./protected-cells.ts";
import type { ReleaseDocument } from "./release-document.ts";
import { plainLines } from "./release-folder.ts";
import { type ReleaseFile, releaseFiles } from "./release-manifest.ts";
import { jsonStat } from "./tables/json-stat.ts";
import type { UnauditedTables } from "./tables/release-tables.ts";
import { safeTablesText, type TableOfCells } from "./tables/safe-tables.ts";
import { tablesCsv } from "./tables/tables-csv.ts";
import { tablesText } from "./tables/tables-text.ts";

type ToWrite = {
  readonly codebook: Codebook;
  readonly document: ReleaseDocument;
  readonly tables: UnauditedTables;
  readonly safeTables: readonly TableOfCells[];
  readonly audited: AuditedTables;
  readonly release: CountedRelease;
  readonly earlier: readonly EarlierTold[];
  /** Of those whose cases are not in the extract. */
  readonly delivered: readonly RawTable[];
};

/** All files of a release but the extract and the manifest. */
export function releaseTexts(order: ToWrite): { readonly [file in ReleaseFile]: string } {
  const { codebook, document, tables, safeTables, audited, release, earlier, delivered } = order;
  const { verdict, inFull, findings } = audited;
  const { counted, shown, report } = release;
  return {
    [releaseFiles.codebook]: plainLines(codebook),
    [releaseFiles.summary]: plainLines(document),
    [releaseFiles.tables]: tablesText(tables, verdict),
    [releaseFiles.csv]: tablesCsv(tables),
    [releaseFiles.jsonStat]: `${JSON.stringify(jsonStat(tables))}\n`,
    [releaseFiles.safeTables]: safeTablesText(safeTables),
    [releaseFiles.protectedCells]: protectedCellsText(counted, shown, { earlier, report }),
    [releaseFiles.deliveredCounts]: deliveredCountsText(delivered),
    [releaseFiles.audit]: plainLines({ verdict, inFull, findings }),
  };
}
