import type { Codebook } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "./figure.ts";
import { unitFigure } from "./unit-figure.ts";
import type { ToldResponse } from "./words/response/told-response.ts";

/** A unit's own exact figures: for those who may open its cases, and never passed on. */
export type UnitFigures = {
  readonly cases: number;
  readonly closed: number;
  /** In the order of the codebook. */
  readonly indicators: readonly Figure<"internal">[];
  readonly variables: readonly Figure<"internal">[];
};

/**
 * @param survey of the closed cases, told beside what the client says.
 * @throws for tables of another codebook.
 */
export function unitFigures(
  tables: readonly InternalTable[],
  codebook: Codebook,
  language: Language,
  survey?: ToldResponse,
): UnitFigures {
  const figuresIn = (id: string) =>
    tablesOf(tables, id).flatMap(
      (table) => unitFigure(table, codebook, language, false, survey) ?? [],
    );
  return {
    cases: casesIn(tables, "started"),
    closed: casesIn(tables, "closed"),
    indicators: codebook.indicators.flatMap(({ id }) => figuresIn(id)),
    variables: codebook.variables.flatMap(({ id }) => figuresIn(id)),
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
