import type { CountedSet, RegionLevel } from "../linked/linked-cells.ts";
import type { Hiding } from "./hiding.ts";
import { type Move, widthOf } from "./move.ts";
import type { Onlookers } from "./onlookers.ts";
import type { Unknowns } from "./unknowns.ts";

/** What was hidden and why, by level and table; no count, and for who compiles alone. */
export type HideReport = { readonly tables: readonly HiddenInTable[] };

export type HiddenInTable = {
  readonly level: RegionLevel;
  readonly table: string;
  /** Cells that could be told. */
  readonly cells: number;
  /** Hidden because somebody could be found in them. */
  readonly guarded: number;
  /** Hidden because a guarded one would follow from them. */
  readonly besides: number;
  /** Guarded cells, also of those no table tells, by what keeps them uncertain. */
  readonly keptBy: { readonly [by in Move["by"]]: number };
  /** The least that a guarded cell here is known to be uncertain by; none where nothing is guarded. */
  readonly leastWidth?: number;
};

export function hideReport(
  { set }: CountedSet,
  hidden: Uint8Array,
  {
    unknowns,
    onlookers,
    hiding,
  }: {
    readonly unknowns: Unknowns;
    readonly onlookers: Onlookers;
    readonly hiding: Hiding;
  },
): HideReport {
  const levels = new Map(set.regions.map(({ id, level }) => [id, level]));
  const tables = new Map<string, HiddenInTable>();
  set.cells.forEach((cell, at) => {
    const level = levels.get(cell.region) ?? "municipality";
    const key = `${level} ${cell.table}`;
    const before = tables.get(key) ?? emptyRow(level, cell.table);
    const unknown = unknowns.of[at] ?? 0;
    const isGuarded = onlookers.fromAll[unknown] === 1 || onlookers.fromSome.has(unknown);
    const isHidden = cell.role === "may" && hidden[at] === 1;
    const moves = hiding.movesOf(unknown);
    const keptBy = { ...before.keptBy };
    const [last] = moves.slice(-1);
    if (last !== undefined) keptBy[last.by]++;
    const widths = moves.map((move) => widthOf(move, unknown));
    if (before.leastWidth !== undefined) widths.push(before.leastWidth);
    tables.set(key, {
      ...before,
      cells: before.cells + (cell.role === "never" ? 0 : 1),
      guarded: before.guarded + (isHidden && isGuarded ? 1 : 0),
      besides: before.besides + (isHidden && !isGuarded ? 1 : 0),
      keptBy,
      ...(widths.length > 0 ? { leastWidth: Math.min(...widths) } : {}),
    });
  });
  return { tables: [...tables.values()] };
}

function emptyRow(level: RegionLevel, table: string): HiddenInTable {
  const keptBy = { shifts: 0, program: 0 };
  return { level, table, cells: 0, guarded: 0, besides: 0, keptBy };
}
