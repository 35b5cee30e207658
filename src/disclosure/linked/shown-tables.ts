import { type SafeScope, SafeTable } from "../safe-table.ts";
import { toldNumbers } from "../told-numbers.ts";
import type { CountedSet, Region } from "./linked-cells.ts";
import type { LinkedRelease } from "./linked-set.ts";

export type ReleaseTables = {
  /** The nation's, the areas', the municipalities'. */
  readonly tables: readonly SafeTable[];
  /** By cell, 1: in no table. */
  readonly hidden: Uint8Array;
  /** Of each table: the cells of the numbers that it tells, in the order of `toldNumbers`. */
  readonly cellsOf: ReadonlyMap<SafeTable, readonly number[]>;
};

/**
 * The tables with what is not hidden. A share goes whole or not at all: a part that is told in no other
 * table is hidden with its denominator.
 */
export function shownTables(
  { set, counts }: CountedSet,
  hidden: Uint8Array,
  nation: readonly SafeTable[],
  { tables: below, cellsOf: inNation }: Omit<LinkedRelease, "counted">,
): ReleaseTables {
  const told = new Set(set.cells.flatMap(({ role }, cell) => (role === "told" ? [cell] : [])));
  const shown = (cell: number, into: number[]) => {
    if (hidden[cell] !== 0) return null;
    told.add(cell);
    into.push(cell);
    return counts[cell] ?? null;
  };
  const [first] = nation;
  const round = first?.scope.kind === "unit" ? "" : (first?.scope.round ?? "");
  const cellsOf = new Map(inNation);
  const regional = below.map(({ region, specification, fill }) => {
    const cells: number[] = [];
    const safe = fill((cell) => shown(cell, cells));
    if (toldNumbers(safe).length !== cells.length) {
      throw new Error(`not every number is a cell: ${specification.id} in ${region.id}`);
    }
    const table = new SafeTable(scopeOf(region, round), specification, null, safe);
    cellsOf.set(table, cells);
    return table;
  });
  return {
    tables: [...nation, ...regional],
    hidden: Uint8Array.from(set.cells, (_, cell) => (told.has(cell) ? 0 : 1)),
    cellsOf,
  };
}

function scopeOf({ id, level }: Region, round: string): SafeScope {
  if (level === "nation") return { kind: "nation", round };
  return { kind: "region", round, level, code: id };
}
