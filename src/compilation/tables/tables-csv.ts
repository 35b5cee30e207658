import { csvField } from "#kernel";
import type { UnauditedTables } from "./release-tables.ts";

const columns = [
  "cell",
  "table",
  "round",
  "level",
  "region",
  "region_name",
  "population",
  "among",
  "variable",
  "subject",
  "codes",
  "label",
  "role",
  "count",
] as const;

/**
 * All cells of a release, one a line, as RFC 4180 says: commas, CRLF, UTF-8. Text that a spreadsheet
 * would run has an apostrophe before it.
 */
export function tablesCsv({ cells, regions }: UnauditedTables): string {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const rows = cells.map((cell): { readonly [column in (typeof columns)[number]]: string } => ({
    cell: cell.id,
    table: cell.table,
    round: cell.round,
    level: cell.region.level,
    region: cell.region.code,
    region_name: names.get(cell.region.code) ?? "",
    population: cell.population,
    among: cell.among,
    variable: cell.variable ?? "",
    subject: cell.subject.kind === "chain" ? cell.subject.step : cell.subject.kind,
    codes: "codes" in cell.subject ? cell.subject.codes.join(" ") : "",
    label: cell.label,
    role: cell.role,
    count: String(cell.count),
  }));
  return [
    columns.join(","),
    ...rows.map((row) => columns.map((name) => csvField(row[name])).join(",")),
  ]
    .map((line) => `${line}\r\n`)
    .join("");
}
