import { amongValid, type ProtectedSpecification } from "../protected-specification.ts";
import type { SafeCounts, SafeTable, Shown } from "../safe-table.ts";
import { keyOfCases, nameOf } from "./counted-places.ts";
import type { Region } from "./linked-cells.ts";
import { regionCounts } from "./region-counts.ts";
import type { SetBuilder } from "./set-builder.ts";
import type { RegionCells } from "./tie-regions.ts";

/** A table below the whole, before it is decided which of its cells are told. */
export type RegionTable = {
  readonly region: Region;
  readonly specification: ProtectedSpecification;
  readonly fill: (shown: (cell: number) => Shown) => SafeCounts;
};

/**
 * One for each table of the whole that is about all cases. The cells that they ask for get the role
 * «may»: whatever leaves is asked for by the same function.
 */
export function regionTables(
  builder: SetBuilder,
  region: Region,
  { common, questions }: RegionCells,
  told: readonly SafeTable[],
): readonly RegionTable[] {
  const byTable = new Map(
    questions.flatMap((each) => each.place.tables.map((table) => [nameOf(table), each])),
  );
  const tables = told.flatMap(({ specification, by, counts }): readonly RegionTable[] => {
    if (by !== null) return [];
    if (counts.kind === "cases") {
      const cases = common.get(keyOfCases(specification.population, ""))?.cases;
      const isOfAll = specification.within === undefined && counts.cases !== null;
      if (!isOfAll || cases === undefined) return [];
      const fill: RegionTable["fill"] = (shown) => ({ kind: "cases", cases: shown(cases) });
      return [{ region, specification, fill }];
    }
    const cells = byTable.get(specification.id);
    if (cells === undefined) return [];
    const fill: RegionTable["fill"] = (shown) =>
      regionCounts(counts, specification.measure, cells, shown);
    return [{ region, specification: amongValid(specification), fill }];
  });
  for (const { fill } of tables) {
    fill((cell) => {
      const may = builder.at(cell);
      // What the whole tells anyway is told here too.
      const role = builder.isNobody(may) ? "told" : "may";
      builder.replace(cell, { ...may, role });
      return builder.countOf(cell);
    });
  }
  return tables;
}
