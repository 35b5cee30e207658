import type { Codebook, Indicator, Variable } from "#codebook";
import { isFromClient, mayBeCountedInUnit } from "./client-stands-alone.ts";
import type { TableSpecification } from "./table-specification.ts";

/**
 * What a unit is always shown: how many cases, every indicator, every variable. Indicators that would
 * cross or filter the client's answers are left out: they come with the releases.
 */
export function unitSpecifications(codebook: Codebook): readonly TableSpecification[] {
  const fromClient = new Set(codebook.variables.filter(isFromClient).map(({ id }) => id));
  const indicators = codebook.indicators.map((indicator) =>
    indicatorSpecification(indicator, fromClient.has(indicator.variable)),
  );
  return [
    { id: "cases started", population: "started", measure: { kind: "cases" } },
    { id: "cases closed", population: "closed", measure: { kind: "cases" } },
    ...indicators.filter((each) => mayBeCountedInUnit(codebook, each)),
    ...codebook.variables.map(variableSpecification),
  ];
}

/** Closing a case must not move the client's figures: hers are counted over all cases. */
function indicatorSpecification(indicator: Indicator, isClients: boolean): TableSpecification {
  const { id, variable, measure, base, within, population } = indicator;
  return {
    id,
    population: isClients ? "started" : population,
    ...(within ? { within } : {}),
    measure:
      measure.kind === "share"
        ? { kind: "share", variable, codes: measure.codes, base }
        : { kind: "mean-distinct", variable, base },
  };
}

/** What is asked at the end can only be known of closed cases. */
function variableSpecification({ id, phase }: Variable): TableSpecification {
  const population = phase === "after" ? "closed" : "started";
  return { id, population, measure: { kind: "frequencies", variable: id } };
}
