import type { Codebook } from "#codebook";
import {
  type LedgerRelease,
  type ProtectedRelease,
  protectRelease,
  type Shown,
  toldNumbers,
} from "#disclosure";
import { done, type Outcome } from "#kernel";
import { type Extract, type TableSpecification, tabulate } from "#tabulation";
import type { Area, ParticipatingMunicipality } from "./areas.ts";
import type { TableOfCells } from "./tables/safe-tables.ts";

export type ToCount = {
  readonly codebook: Codebook;
  readonly specifications: readonly TableSpecification[];
  readonly participants: readonly ParticipatingMunicipality[];
  /** None: only the nation is told. */
  readonly areas: readonly Area[];
  /** What the same round has told before. */
  readonly earlier: readonly LedgerRelease[];
  readonly protecting?: ((safe: number, of: number) => void) | undefined;
};

/** What is about to be published, and what it hides. */
export type CountedRelease = ProtectedRelease & {
  /** Of each cell, by its place. */
  readonly shown: readonly Shown[];
};

/** Counts all tables for the nation and for each participant, and protects them together. */
export async function countRelease(
  extract: Extract,
  { codebook, specifications, participants, areas, earlier, protecting }: ToCount,
): Promise<Outcome<CountedRelease>> {
  const nation = await tabulate(extract, specifications);
  const municipalities = await tabulate(
    extract,
    specifications.map((each) => ({ ...each, level: "municipality" as const })),
  );
  const found = protectRelease({
    codebook,
    specifications,
    nation,
    municipalities,
    participants: participants.map(({ code, name }) => ({ id: code, name })),
    areas,
    interim: areas.length === 0,
    earlier,
    progress: protecting,
  });
  if (found.kind === "refused") return found;
  const { hidden, counted } = found.value;
  const shown = Array.from(counted.counts, (count, place) => (hidden[place] === 0 ? count : null));
  return done({ ...found.value, shown });
}

/** Its tables, with the ids of the cells of what they tell. */
export function tablesOfCells({
  tables,
  cellsOf,
  counted: { set },
}: CountedRelease): readonly TableOfCells[] {
  return tables.map((table) => {
    const places = cellsOf.get(table) ?? [];
    return { table, cells: places.map((place) => set.cells[place]?.id ?? "") };
  });
}

/** Any number at all, besides what has been told before. */
export function tellsAnything({ tables }: CountedRelease): boolean {
  return tables.some(({ counts }) => toldNumbers(counts).length > 0);
}
