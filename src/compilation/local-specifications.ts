import type { Codebook, Condition, Subgroup } from "#codebook";
import { askedTwiceTable, nationSpecifications, type TableSpecification } from "#tabulation";
import { type LocalGroup, localGroups } from "./local-groups.ts";

/**
 * The cube of a local release, frozen before anything is counted: how many cases, every national
 * indicator and variable; and each of them again in every group. Of what is asked before and after the
 * support a municipality alone has too few to be told together.
 */
export function localSpecifications(codebook: Codebook): readonly TableSpecification[] {
  const noSubgroups: readonly Subgroup[] = [];
  const all = nationSpecifications({ ...codebook, subgroups: [...noSubgroups] }).filter(
    ({ id, measure }) => measure.kind !== "crossing" && !askedTwiceTable(id),
  );
  return [...all, ...localGroups(codebook).flatMap((group) => all.flatMap(amongGroup(group)))];
}

/** Of itself a group would only say that everybody in it gave its answer. */
function amongGroup({ id, variable, codes }: LocalGroup) {
  const isMember: Condition = { answer: variable, in: [...codes] };
  return (specification: TableSpecification): readonly TableSpecification[] => {
    const { measure, within } = specification;
    if ("variable" in measure && measure.variable === variable) return [];
    return [
      {
        ...specification,
        id: `${id}:${specification.id}`,
        within: within ? { all: [within, isMember] } : isMember,
        subgroup: id,
      },
    ];
  };
}
