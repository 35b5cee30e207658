import type { Codebook } from "#codebook";
import {
  type LedgerRelease,
  type ProtectedRelease,
  protectRelease,
  type Shown,
  toldNumbers,
} from "#disclosure";
import { done, type Outcome } from "#kernel";
import {
  type Extract,
  type RawTable,
  type TableSpecification,
  tabulate,
  withCountedElsewhere,
} from "#tabulation";
import type { Area, ParticipatingMunicipality } from "./areas.ts";
import type { TableOfCells } from "./tables/safe-tables.ts";

export type ToCount = {
  readonly codebook: Codebook;
  readonly specifications: readonly TableSpecification[];
  readonly participants: readonly ParticipatingMunicipality[];
  /** The tables of those who delivered counts alone: their cases are not in the extract. */
  readonly delivered: readonly RawTable[];
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
  { codebook, specifications, participants, delivered, areas, earlier, protecting }: ToCount,
): Promise<Outcome<CountedRelease>> {
  const counted = await tabulate(extract, specifications);
  const ofCases = await tabulate(
    extract,
    specifications.map((each) => ({ ...each, level: "municipality" as const })),
  );
  const nation = counted.map((table) => {
    const others = delivered.filter(({ specification: { id } }) => id === table.specification.id);
    return withCountedElsewhere(table, others, codebook);
  });
  const municipalities = inOrder([...ofCases, ...delivered], specifications);
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
  const { hidden, counted: cells } = found.value;
  const shown = Array.from(cells.counts, (count, place) => (hidden[place] === 0 ? count : null));
  return done({ ...found.value, shown });
}

/** By table, and within it by municipality: however each of them has delivered. */
function inOrder(
  tables: readonly RawTable[],
  specifications: readonly TableSpecification[],
): readonly RawTable[] {
  const byTable = Map.groupBy(tables, ({ specification }) => specification.id);
  const codeOf = ({ scope }: RawTable) => (scope.kind === "region" ? scope.code : "");
  return specifications.flatMap(({ id }) =>
    (byTable.get(id) ?? []).toSorted((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1)),
  );
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
