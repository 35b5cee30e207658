import type { Indicator } from "#codebook";
import type { TableSpecification } from "./table-specification.ts";

/** How many cases there are, in a unit as in a round. */
export function casesSpecifications(): readonly TableSpecification[] {
  return (["started", "closed"] as const).map((population) => ({
    id: `cases ${population}`,
    population,
    measure: { kind: "cases" },
  }));
}

/** A key figure, counted as the codebook says. */
export function indicatorSpecification(indicator: Indicator): TableSpecification {
  const { id, variable, measure, base, within, population } = indicator;
  return {
    id,
    population,
    ...(within ? { within } : {}),
    measure:
      measure.kind === "share"
        ? { kind: "share", variable, codes: measure.codes, base }
        : { kind: "mean-distinct", variable, base },
  };
}
