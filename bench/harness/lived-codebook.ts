import { effectiveCodebook } from "#codebook";
import { casesSpecifications, indicatorSpecification, type TableSpecification } from "#tabulation";

const found = effectiveCodebook("su-kvinnofrid-2021");
if (!found) throw new Error("the library lacks su-kvinnofrid-2021");
export const livedCodebook = found;

/** How many cases there are, every indicator and every variable. */
export const allTables: readonly TableSpecification[] = [
  ...casesSpecifications(),
  ...found.indicators.map(indicatorSpecification),
  ...found.variables.map(
    ({ id, phase }): TableSpecification => ({
      id,
      population: phase === "after" || phase === "client" ? "closed" : "started",
      measure: { kind: "frequencies", variable: id },
    }),
  ),
];

export const allTablesByMunicipality: readonly TableSpecification[] = allTables.map(
  (specification) => ({ ...specification, level: "municipality" }),
);
