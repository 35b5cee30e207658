import type { Codebook } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "./figure.ts";
import { unitFigure } from "./unit-figure.ts";

/** A unit's own exact figures: for those who may open its cases, and never passed on. */
export type UnitFigures = {
  readonly cases: number;
  readonly closed: number;
  /** In the order of the codebook. */
  readonly indicators: readonly Figure<"internal">[];
  readonly variables: readonly Figure<"internal">[];
};

/** @throws for tables of another codebook. */
export function unitFigures(
  tables: readonly InternalTable[],
  codebook: Codebook,
  language: Language,
): UnitFigures {
  return {
    cases: casesIn(tables, "started"),
    closed: casesIn(tables, "closed"),
    indicators: codebook.indicators.flatMap((indicator) =>
      tablesOf(tables, indicator.id).flatMap(
        (table) => unitFigure(table, codebook, language) ?? [],
      ),
    ),
    variables: codebook.variables.flatMap((variable) =>
      tablesOf(tables, variable.id).flatMap((table) => unitFigure(table, codebook, language) ?? []),
    ),
  };
}

function tablesOf(tables: readonly InternalTable[], id: string): readonly InternalTable[] {
  return tables.filter(({ specification }) => specification.id === id);
}

function casesIn(tables: readonly InternalTable[], population: "started" | "closed"): number {
  for (const { counts, specification } of tables) {
    if (counts.kind === "cases" && specification.population === population) return counts.cases;
  }
  throw new Error(`no count of ${population} cases`);
}
