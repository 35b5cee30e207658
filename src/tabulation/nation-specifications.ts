import {
  type Chapter,
  type Codebook,
  type Condition,
  type Indicator,
  referencesIn,
  type Subgroup,
  type Variable,
} from "#codebook";
import { casesSpecifications, indicatorSpecification } from "./codebook-specifications.ts";
import { type AskedTwice, sameAsBefore } from "./same-as-before.ts";
import type { TableSpecification } from "./table-specification.ts";

/**
 * The cube of a release, frozen before anything is counted: what follows from the codebook, and nothing
 * else. How many cases, every indicator, every variable that leaves the municipalities; for each
 * subgroup what its chapters tell; and «before» against «after» where both are asked.
 */
export function nationSpecifications(codebook: Codebook): readonly TableSpecification[] {
  const variables = codebook.variables.filter(isNational);
  const national = new Set(variables.map(({ id }) => id));
  const indicators = codebook.indicators.filter(
    ({ id, variable, within }) =>
      isOfCommon(id) &&
      national.has(variable) &&
      referencesIn(within, "").every(
        (reference) => reference.kind !== "answer" || national.has(reference.variable),
      ),
  );
  return [
    ...casesSpecifications(),
    ...indicators.map(indicatorSpecification),
    ...variables.map(variableSpecification),
    ...codebook.subgroups.flatMap((subgroup) =>
      subgroupSpecifications(subgroup, codebook.chapters, indicators, variables),
    ),
    ...askedTwice(variables).flatMap((each) => [
      crossing(each),
      ...sameAsBefore({ ...codebook, indicators }, each),
    ]),
  ];
}

/** What overlays and measures add is named with their namespace: `k9001.`, `m1.`. */
function isOfCommon(id: string): boolean {
  return !id.includes(".");
}

function isNational({ id, exportLevel }: Variable): boolean {
  return exportLevel === "national" && isOfCommon(id);
}

/** What is asked at the end, or of the client, is asked of cases that are closed. */
function variableSpecification({ id, phase }: Variable): TableSpecification {
  const population = phase === "after" || phase === "client" ? "closed" : "started";
  return { id, population, measure: { kind: "frequencies", variable: id } };
}

function subgroupSpecifications(
  subgroup: Subgroup,
  chapters: readonly Chapter[],
  indicators: readonly Indicator[],
  variables: readonly Variable[],
): readonly TableSpecification[] {
  const told = chapters.filter((chapter) => chapter.subgroup === subgroup.id);
  // A group that no chapter is about is told inside a unit alone.
  if (told.length === 0) return [];
  const names = new Set(told.flatMap((chapter) => [...chapter.indicators, ...chapter.variables]));
  return [
    ...casesSpecifications(),
    ...indicators.filter(({ id }) => names.has(id)).map(indicatorSpecification),
    ...variables.filter(({ id }) => names.has(id)).map(variableSpecification),
  ].map((specification) => amongSubgroup(specification, subgroup));
}

function amongSubgroup(
  specification: TableSpecification,
  { id, variable, codes }: Subgroup,
): TableSpecification {
  const isMember: Condition = { answer: variable, in: codes };
  const { within } = specification;
  return {
    ...specification,
    id: `${id}:${specification.id}`,
    within: within ? { all: [within, isMember] } : isMember,
    subgroup: id,
  };
}

/** Both views of one field: the same thing asked before and after the support. */
function askedTwice(variables: readonly Variable[]): readonly AskedTwice[] {
  const inPhase = (wanted: string) =>
    variables.filter(({ phase, view }) => view && phase === wanted);
  return inPhase("before").flatMap((before) =>
    inPhase("after")
      .filter(
        ({ view }) => view?.group === before.view?.group && view?.field === before.view?.field,
      )
      .map((after) => ({ before, after })),
  );
}

function crossing({ before, after }: AskedTwice): TableSpecification {
  return {
    id: `${after.id} by ${before.id}`,
    population: "closed",
    measure: {
      kind: "crossing",
      rows: { kind: "question", variable: after.id },
      columns: [{ kind: "question", variable: before.id }],
    },
  };
}
