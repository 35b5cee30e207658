import { countPlans } from "./count-plans.ts";
import { planFor, type RegionPlan } from "./counting-plan.ts";
import type { ColumnarExtract } from "./extract/columnar-extract.ts";
import { openUnitExtract, type UnitSource } from "./extract/unit-extract.ts";
import { foldCounts } from "./fold-counts.ts";
import { RawTable, type Scope } from "./raw-table.ts";
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
 * One table for each specification, in their order, and all from one statement; with a level one for
 * each region that has cases, in the order of their codes.
 * @throws for what the extract does not have: a variable, a group, a level, or a condition that was not
 * named when it was made. What people ask for is answered by `analyse`.
 */
export async function tabulate(
  extract: ColumnarExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly RawTable[]> {
  return (await tabulateEach(extract, specifications)).flat();
}

/** The tables of each specification. */
export async function tabulateEach(
  extract: ColumnarExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly (readonly RawTable[])[]> {
  const plans = specifications.map((specification) => planFor(extract, specification));
  const counted = await countPlans(extract, plans);
  return specifications.map((specification, index) => {
    const plan = plans[index];
    return (counted[index] ?? []).map(({ region, cells, versions: seen }) => {
      const { axes = [], change, versions, regions } = plan ?? {};
      const counts = foldCounts(specification.measure, { axes, change, versions }, cells, seen);
      return new RawTable(scopeOf(extract.scope, regions, region), specification, counts);
    });
  });
}

const digits = { municipality: 4, county: 2 } as const;

function scopeOf(scope: Scope, regions: RegionPlan | undefined, region: number | undefined): Scope {
  if (!regions || scope.kind !== "nation") return scope;
  const { level } = regions;
  const code = String(region).padStart(digits[level], "0");
  return { kind: "region", round: scope.round, level, code };
}
