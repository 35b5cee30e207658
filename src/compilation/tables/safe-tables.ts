import { z } from "zod";
import {
  readSafeTable,
  type SafeChain,
  type SafeScope,
  type SafeTable,
  toldNumbers,
  writeSafeTable,
} from "#disclosure";
import type { TableSpecification } from "#tabulation";
import type { ReleaseCell, UnauditedTables } from "./release-tables.ts";
import { listed } from "./tables-text.ts";

/** A protected table, and of each number that it tells the cell: in the order of `toldNumbers`. */
export type TableOfCells = { readonly table: SafeTable; readonly cells: readonly string[] };

const WrittenTables = z.strictObject({
  tables: z.array(
    z.strictObject({
      region: z.string(),
      specification: z.string(),
      /** Ids in `tables.json`. */
      cells: z.array(z.string()),
      written: z.unknown(),
    }),
  ),
});

/** `public/safe-tables.json`: the tables as the program reads them back. */
export function safeTablesText(tables: readonly TableOfCells[]): string {
  const written = tables.map(({ table, cells }) => ({
    region: regionOf(table),
    specification: table.specification.id,
    cells,
    written: writeSafeTable(table),
  }));
  return `{\n${listed("tables", written)}\n}\n`;
}

/** `undefined` where one of them is not what was written. */
export function readSafeTables(
  input: unknown,
  { round, regions }: Pick<UnauditedTables, "round" | "regions">,
  specifications: readonly TableSpecification[],
): readonly TableOfCells[] | undefined {
  const read = WrittenTables.safeParse(input);
  if (!read.success) return undefined;
  const scopes = new Map(regions.map((region) => [region.code, scopeOf(round.id, region)]));
  const specified = new Map(specifications.map((each) => [each.id, each]));
  const found: TableOfCells[] = [];
  for (const { region, specification: id, cells, written } of read.data.tables) {
    const [scope, specification] = [scopes.get(region), specified.get(id)];
    if (!scope || !specification) return undefined;
    const table = readSafeTable(scope, specification, written);
    if (table.kind === "refused") return undefined;
    if (toldNumbers(table.value.counts).length !== cells.length) return undefined;
    found.push({ table: table.value, cells });
  }
  return found;
}

export function regionOf({ scope }: SafeTable): string {
  return scope.kind === "region" ? scope.code : "nation";
}

/** Whether every number of a table is one that has been audited: the count of its cell, and no other. */
export function isOfCells(
  { table, cells }: TableOfCells,
  cellsById: ReadonlyMap<string, ReleaseCell>,
): boolean {
  const numbers = toldNumbers(table.counts);
  const region = regionOf(table);
  const isAudited = cells.every((id, at) => {
    const cell = cellsById.get(id);
    return cell?.region.code === region && cell.count === numbers[at];
  });
  return isAudited && numbers.length === cells.length && hasItsDenominator(table);
}

/** What a share or a mean is of is one of the steps that are told. */
function hasItsDenominator({ counts, specification: { measure } }: SafeTable): boolean {
  if (counts.kind !== "share" && counts.kind !== "mean-distinct") return true;
  if (counts.denominator === null) return true;
  return "base" in measure && counts.denominator === counts.base[measure.base];
}

/** The cells of a table by what they count there; `undefined`: hidden. */
export function cellsIn({ table: { counts }, cells }: TableOfCells): {
  readonly base: { readonly [step in keyof SafeChain]: string | undefined };
  /** Of each row; of a share or a mean, one. */
  readonly parts: readonly (string | undefined)[];
} {
  const left = [...cells];
  const next = (number: number | null) => (number === null ? undefined : left.shift());
  if (counts.kind === "cases") {
    const none = { eligible: undefined, asked: undefined, answered: undefined, valid: undefined };
    return { base: none, parts: [next(counts.cases)] };
  }
  const { eligible, asked, answered, valid } = counts.base;
  const base = {
    eligible: next(eligible),
    asked: next(asked),
    answered: next(answered),
    valid: next(valid),
  };
  switch (counts.kind) {
    case "frequencies":
      return { base, parts: counts.rows.map(({ count }) => next(count)) };
    case "share":
      return { base, parts: [next(counts.numerator)] };
    case "mean-distinct":
      return { base, parts: [next(counts.total)] };
  }
}

function scopeOf(round: string, { level, code }: UnauditedTables["regions"][number]): SafeScope {
  return level === "nation" ? { kind: "nation", round } : { kind: "region", round, level, code };
}
