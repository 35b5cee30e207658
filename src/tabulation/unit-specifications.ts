import type { Codebook, Variable } from "#codebook";
import { isFromClient, mayBeCountedInUnit } from "./client-stands-alone.ts";
import { casesSpecifications, indicatorSpecification } from "./codebook-specifications.ts";
import type { TableSpecification } from "./table-specification.ts";

/**
 * What a unit is always shown: how many cases, every indicator, every variable. Indicators that would
 * cross or filter the client's answers are left out: they come with the releases.
 */
export function unitSpecifications(codebook: Codebook): readonly TableSpecification[] {
  const fromClient = new Set(codebook.variables.filter(isFromClient).map(({ id }) => id));
  const indicators = codebook.indicators.map((indicator): TableSpecification => {
    const specification = indicatorSpecification(indicator);
    // Closing a case must not move the client's figures: hers are counted over all cases.
    return fromClient.has(indicator.variable)
      ? { ...specification, population: "started" }
      : specification;
  });
  return [
    ...casesSpecifications(),
    ...indicators.filter((each) => mayBeCountedInUnit(codebook, each)),
    ...codebook.variables.map(variableSpecification),
  ];
}

/** What is asked at the end can only be known of closed cases. */
function variableSpecification({ id, phase }: Variable): TableSpecification {
  const population = phase === "after" ? "closed" : "started";
  return { id, population, measure: { kind: "frequencies", variable: id } };
}
