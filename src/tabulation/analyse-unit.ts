import { done, type Outcome, refused } from "#kernel";
import { analyse } from "./analyse.ts";
import { checkSpecification } from "./check-specification.ts";
import { openUnitExtract, type UnitSource, unitLayout } from "./extract/unit-extract.ts";
import type { RawTable } from "./raw-table.ts";
import type { TableSpecification } from "./table-specification.ts";

/**
 * What people ask of a unit, and the one way to ask it: each specification is checked before a case is
 * read, the client's guard and the conditions included, and those that are faulty come no further.
 * @returns of each specification, in their order, its tables or every reason why there are none.
 * @throws for a case of another unit.
 */
export async function analyseUnit(
  source: UnitSource,
  specifications: readonly TableSpecification[],
): Promise<readonly Outcome<readonly RawTable[]>[]> {
  const { askable } = unitLayout(source, specifications);
  const faults = specifications.map((specification) => checkSpecification(askable, specification));
  const sound = specifications.filter((_, index) => faults[index]?.length === 0);
  const outcomes = (sound.length === 0 ? [] : await analyseSound(source, sound)).values();
  return faults.map((found) =>
    found.length > 0 ? refused(...found) : (outcomes.next().value ?? done([])),
  );
}

async function analyseSound(source: UnitSource, sound: readonly TableSpecification[]) {
  const extract = await openUnitExtract(source, sound);
  try {
    return await analyse(extract, sound);
  } finally {
    extract.close();
  }
}
