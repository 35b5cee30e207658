import type { ColumnarExtract } from "./extract/columnar-extract.ts";
import { openUnitExtract, type UnitSource } from "./extract/unit-extract.ts";
import { foldCounts } from "./fold-counts.ts";
import { countHistograms } from "./histogram.ts";
import { RawTable } from "./raw-table.ts";
import type { TableSpecification } from "./table-specification.ts";
import { unitSpecifications } from "./unit-specifications.ts";

/**
 * All the simple tables of one unit: number of cases, every indicator, every variable, in the order of
 * the codebook. Nothing is kept afterwards.
 */
export async function tabulateUnit(source: UnitSource): Promise<readonly RawTable[]> {
  const specifications = unitSpecifications(source.codebook);
  const extract = await openUnitExtract(source, specifications);
  try {
    return await tabulate(extract, specifications);
  } finally {
    extract.close();
  }
}

/**
 * One table for each specification, in their order, all from one statement.
 * @throws for what the extract does not have: a variable, a group, or a condition that was not named
 * when it was made.
 */
export async function tabulate(
  extract: ColumnarExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly RawTable[]> {
  const histograms = await countHistograms(extract, specifications);
  return specifications.map((specification, index) => {
    const histogram = histograms[index] ?? { questions: [], bars: [] };
    return new RawTable(extract.scope, specification, foldCounts(specification.measure, histogram));
  });
}
