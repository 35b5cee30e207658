import type { Codebook, Variable } from "#codebook";
import { isFromClient, mayBeCountedInUnit } from "./client-stands-alone.ts";
import { casesSpecifications, indicatorSpecification } from "./codebook-specifications.ts";
import type { TableSpecification } from "./table-specification.ts";

/**
 * What a unit is always shown: how many cases, every indicator, every variable. What would cross or
 * filter the client's answers is left out, and what is asked her because of another answer of hers: that
 * comes with the releases.
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
    ...[...indicators, ...codebook.variables.map(variableSpecification)].filter((each) =>
      mayBeCountedInUnit(codebook, each),
    ),
  ];
}

/** What is asked at the end can only be known of closed cases. */
function variableSpecification({ id, phase }: Variable): TableSpecification {
  const population = phase === "after" ? "closed" : "started";
  return { id, population, measure: { kind: "frequencies", variable: id } };
}
