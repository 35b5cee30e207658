import type { Codebook, Condition, RepeatGroup, Variable } from "#codebook";

/** What a case was asked, by the id of the codebook that it rests on. */
export type AskedUnder = (codebook: string) => Codebook;

/**
 * Cases keep the version that they were registered under; all are counted under the newest one. Each is
 * evaluated by its own, which decides what was asked; what only the newest has was never asked there,
 * and counts for conditions as whatever is not asked does.
 * @returns the newest itself for its own cases, and for those of a codebook that is not among `versions`.
 */
export function asAskedUnder(newest: Codebook, versions: readonly Codebook[]): AskedUnder {
  const others = versions.filter(({ id }) => id !== newest.id);
  const made = new Map(others.map((own) => [own.id, withNeverAsked(own, newest)]));
  return (codebook) => made.get(codebook) ?? newest;
}

const never: Condition = { any: [] };

function withNeverAsked(own: Codebook, newest: Codebook): Codebook {
  return {
    ...own,
    variables: [...own.variables, ...lacking(own.variables, newest.variables).map(hidden)],
    groups: [
      ...own.groups.map((group) => withNeverAskedFields(group, newest)),
      ...lacking(own.groups, newest.groups).map(hidden),
    ],
  };
}

function withNeverAskedFields(group: RepeatGroup, { groups }: Codebook): RepeatGroup {
  const newer = groups.find(({ id }) => id === group.id)?.fields ?? [];
  return { ...group, fields: [...group.fields, ...lacking(group.fields, newer).map(hidden)] };
}

function lacking<Named extends { readonly id: string }>(
  own: readonly Named[],
  newer: readonly Named[],
): readonly Named[] {
  return newer.filter(({ id }) => !own.some((each) => each.id === id));
}

function hidden<Asked extends Pick<Variable, "condition">>(asked: Asked): Asked {
  return { ...asked, condition: never };
}
