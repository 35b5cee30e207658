import type { Codebook, Indicator, Variable } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { Language } from "#kernel";
import { describeFrequencies } from "./describe-frequencies.ts";
import { describeMean } from "./describe-mean.ts";
import { describeShare } from "./describe-share.ts";
import type { Figure } from "./figure.ts";
import type { Subject } from "./subject.ts";

/** A unit's own exact figures: for those who may open its cases, and never passed on. */
export type UnitFigures = {
  readonly cases: number;
  readonly closed: number;
  /** In the order of the codebook. */
  readonly indicators: readonly Figure[];
  readonly variables: readonly Figure[];
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
      tablesOf(tables, indicator.id).flatMap((table) =>
        describeIndicator(table, indicator, codebook, language),
      ),
    ),
    variables: codebook.variables.flatMap((variable) =>
      tablesOf(tables, variable.id).flatMap((table) => describeVariable(table, variable, language)),
    ),
  };
}

function describeIndicator(
  table: InternalTable,
  indicator: Indicator,
  codebook: Codebook,
  language: Language,
): readonly Figure[] {
  const { counts } = table;
  const variable = codebook.variables.find(({ id }) => id === indicator.variable);
  if (!variable) throw new Error(`the codebook has no ${indicator.variable}`);
  const subject = subjectOf(table, indicator, variable, indicator.base, language);
  if (counts.kind === "share") return [describeShare(subject, counts)];
  return counts.kind === "mean-distinct" ? [describeMean(subject, counts)] : [];
}

function describeVariable(
  table: InternalTable,
  variable: Variable,
  language: Language,
): readonly Figure[] {
  const { counts } = table;
  if (counts.kind !== "frequencies") return [];
  const subject = subjectOf(table, variable, variable, "answered", language);
  return [describeFrequencies(subject, variable, counts)];
}

function subjectOf(
  { specification }: InternalTable,
  { id, label, provenance }: Indicator | Variable,
  { phase, view }: Variable,
  kind: "answered" | "valid",
  language: Language,
): Subject {
  const { population } = specification;
  if (population === "open") throw new Error(`open cases are in no figure: ${id}`);
  const noun = phase === "client" && !view ? "client" : "case";
  const reconstructed = provenance.status === "reconstructed";
  const base = { noun, kind, isClosed: population === "closed" } as const;
  return { lane: "internal", id, label, population, reconstructed, base, language };
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
