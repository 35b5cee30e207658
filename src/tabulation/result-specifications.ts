import type { Chapter, Codebook, Condition, Indicator, Subgroup } from "#codebook";
import type { Period } from "#kernel";
import { changeSpecifications } from "./change/change-specifications.ts";
import { isFromClient, mayBeCountedInUnit } from "./client-stands-alone.ts";
import { casesSpecifications } from "./codebook-specifications.ts";
import type { TableSpecification } from "./table-specification.ts";
import { unitSpecifications } from "./unit-specifications.ts";

/** Which of a unit's cases its results are about; nothing chosen: all. */
export type ResultChoice = {
  readonly period?: Period | undefined;
  readonly subgroup?: Subgroup | undefined;
};

/**
 * A unit's own results: how many cases, what the codebook's chapters tell, what is told of a part, and each
 * change with the goal and the client's view beside it. What the client answered is of all cases, whatever
 * is chosen. For `analyseUnit`: every table passes the client's guard there too.
 */
export function resultSpecifications(
  codebook: Codebook,
  choice: ResultChoice = {},
): readonly TableSpecification[] {
  const told = toldIn(codebook.chapters);
  const client = new Set(codebook.variables.filter(isFromClient).map(({ id }) => id));
  const changes = changeSpecifications(codebook, "unit");
  const voices = changes.flatMap((each) => [each.change, ...each.goal, ...each.client]);
  const all = [
    ...casesSpecifications(),
    ...unitSpecifications(codebook).filter(({ id }) => told.has(id)),
    ...nestedSpecifications(codebook, told),
    ...voices,
  ];
  const specifications = uniqueById(all).flatMap((each) => among(each, choice, client));
  return specifications.filter((each) => mayBeCountedInUnit(codebook, each));
}

/** The years in which any case of the unit was started, and closed. */
export function resultYears(): readonly TableSpecification[] {
  return [
    {
      id: "years of start",
      population: "started",
      measure: { kind: "crossing", rows: { kind: "time", of: "start", step: "year" }, columns: [] },
    },
    {
      id: "years of close",
      population: "closed",
      measure: { kind: "crossing", rows: { kind: "time", of: "close", step: "year" }, columns: [] },
    },
  ];
}

/** Chapters about a group are told by choosing it. */
function toldIn(chapters: readonly Chapter[]): ReadonlySet<string> {
  const told = chapters.filter(({ subgroup }) => subgroup === undefined);
  return new Set(told.flatMap(({ indicators, variables }) => [...indicators, ...variables]));
}

/** A share among those with an answer to another question: «so many of all, and of them so many». */
function nestedSpecifications(
  { indicators }: Codebook,
  told: ReadonlySet<string>,
): readonly TableSpecification[] {
  return indicators.flatMap((indicator): readonly TableSpecification[] => {
    const { id, within, measure, variable, base, population } = indicator;
    const isOfAnswer = within !== undefined && "answer" in within;
    if (!told.has(id) || !isOfAnswer || measure.kind !== "share") return [];
    const before: Indicator["base"] = "answered";
    const steps = [
      { variable: within.answer, codes: within.in, base: before },
      { variable, codes: measure.codes, base },
    ];
    return [{ id: `${id} in steps`, population, measure: { kind: "nested", steps } }];
  });
}

/** Among the chosen cases; of itself a group would only say that everybody in it gave its answer. */
function among(
  specification: TableSpecification,
  { period, subgroup }: ResultChoice,
  client: ReadonlySet<string>,
): readonly TableSpecification[] {
  const { measure } = specification;
  const variable = "variable" in measure ? measure.variable : undefined;
  if (variable !== undefined && client.has(variable)) return [specification];
  const chosen = period ? { ...specification, period } : specification;
  if (!subgroup) return [chosen];
  if (variable === subgroup.variable) return [];
  const { id, within } = chosen;
  const isMember: Condition = { answer: subgroup.variable, in: subgroup.codes };
  return [
    {
      ...chosen,
      id: `${subgroup.id}:${id}`,
      within: within ? { all: [within, isMember] } : isMember,
      subgroup: subgroup.id,
    },
  ];
}

function uniqueById(specifications: readonly TableSpecification[]): readonly TableSpecification[] {
  return [...new Map(specifications.map((each) => [each.id, each])).values()];
}
