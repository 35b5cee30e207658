import type { Outcome } from "#kernel";
import { analyse } from "./analyse.ts";
import { openUnitExtract, type UnitSource } from "./extract/unit-extract.ts";
import type { RawTable } from "./raw-table.ts";
import type { TableSpecification } from "./table-specification.ts";

/** A unit's cases, read once and asked many times: as `analyseUnit`, while nobody registers anything. */
export type UnitAnalysis = {
  readonly analyse: (
    specifications: readonly TableSpecification[],
  ) => Promise<readonly Outcome<readonly RawTable[]>[]>;
  readonly close: () => void;
};

/**
 * @param foreseen tells which conditions cases may be chosen by: a table that is chosen by another is
 * refused when it is asked for.
 * @throws for a case of another unit, and for a foreseen table that lane 1 may not have.
 */
export async function openUnitAnalysis(
  source: UnitSource,
  foreseen: readonly TableSpecification[],
): Promise<UnitAnalysis> {
  const extract = await openUnitExtract(source, foreseen);
  return {
    analyse: (specifications) => analyse(extract, specifications),
    close: extract.close,
  };
}
