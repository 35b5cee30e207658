import { ageBands, type Codebook, type Variable } from "#codebook";
import { type Problem, problem } from "#kernel";
import type { TableSpecification } from "#tabulation";
import type { Area, ReleaseParticipant } from "./placed-region.ts";

/** With two in an area each subtracts itself and has the other. */
export const leastInArea = 3;

/**
 * A question of three options or more can be told in regions only if the codebook says which of them
 * belong together. Of several choices none are ever merged.
 */
export function checkCollapseOrder(
  codebook: Codebook,
  specifications: readonly TableSpecification[],
): readonly Problem[] {
  const told = new Set(
    specifications.flatMap(({ measure }) =>
      measure.kind === "frequencies" && measure.group === undefined ? [measure.variable] : [],
    ),
  );
  return codebook.variables
    .filter((variable) => told.has(variable.id) && needsOrder(variable))
    .map(({ id }) =>
      problem("protect-no-collapse-order", id, { codebook: codebook.id, variable: id }),
    );
}

function needsOrder(variable: Variable): boolean {
  const options = variable.options.length + ageBands(variable).length;
  return variable.type !== "multiple" && options > 2 && variable.collapse.length === 0;
}

/** Below the nation one question is told at a time, of all cases. */
export function checkLevels(specifications: readonly TableSpecification[]): readonly Problem[] {
  return specifications
    .filter(({ level, measure, subgroup }) => {
      const isOneQuestion =
        ["cases", "frequencies", "share", "mean-distinct"].includes(measure.kind) &&
        !("group" in measure && measure.group !== undefined);
      return level !== undefined && (!isOneQuestion || subgroup !== undefined);
    })
    .map(({ id }) => problem("protect-crosses-too-much", id, { table: id }));
}

/** Everybody is in an area, and every area has enough of them. */
export function checkAreas(
  areas: readonly Area[],
  participants: readonly ReleaseParticipant[],
): readonly Problem[] {
  const taking = new Set(participants.map(({ id }) => id));
  const placed = new Set(areas.flatMap(({ municipalities }) => municipalities));
  const alone = participants
    .filter(({ id }) => !placed.has(id))
    .map(({ id }) => problem("protect-municipality-without-area", id, { municipality: id }));
  const small = areas.flatMap(({ id, name, municipalities }): readonly Problem[] => {
    const found = new Set(municipalities.filter((code) => taking.has(code))).size;
    if (found >= leastInArea) return [];
    return [problem("protect-area-too-small", id, { area: name, found, least: leastInArea })];
  });
  return [...alone, ...small];
}
