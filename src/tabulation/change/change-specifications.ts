import { type Codebook, type Indicator, measuredTwice } from "#codebook";
import { mayBeCountedInUnit } from "../client-stands-alone.ts";
import { indicatorSpecification } from "../codebook-specifications.ts";
import type { TableSpecification } from "../table-specification.ts";

/**
 * A change, and what must be told beside it: ratings of risk hardly move, so that alone they say of
 * everything that it made no difference. Which of the three is lacking, an empty list tells.
 */
export type ChangeSpecifications = {
  readonly change: TableSpecification;
  /** Whether the goal was attained. */
  readonly goal: readonly TableSpecification[];
  /** What the client herself says. */
  readonly client: readonly TableSpecification[];
};

/**
 * One for each field that is measured twice and has a better end, in the order of the codebook. What is
 * measured after the support is asked of cases that are closed; inside a unit the client's figures are
 * over all cases, as ever.
 */
export function changeSpecifications(
  codebook: Codebook,
  where: "unit" | "nation",
): readonly ChangeSpecifications[] {
  const beside = (voice: Indicator["besideChange"]) =>
    codebook.indicators.filter(({ besideChange }) => besideChange === voice);
  const goal = beside("goal").map(indicatorSpecification);
  const client = beside("client")
    .map(indicatorSpecification)
    .map((each) => (where === "unit" ? { ...each, population: "started" as const } : each));
  const maySay = (each: TableSpecification) =>
    where === "nation" || mayBeCountedInUnit(codebook, each);
  return measuredTwice(codebook)
    .filter(({ field }) => field.better)
    .map(({ group, field }) => ({
      change: {
        id: `change of ${group.id}.${field.id}`,
        population: "closed",
        measure: { kind: "change", group: group.id, field: field.id },
      },
      goal: goal.filter(maySay),
      client: client.filter(maySay),
    }));
}
