import type { Codebook, Question } from "../codebook.ts";

/**
 * Every question that was ever published, with every option that it ever had: what ids and codes have
 * meant stays so, also where a version in between did without them.
 * @param versions oldest first. @returns `undefined` where nothing was published.
 */
export function remembered(versions: readonly Codebook[]): Codebook | undefined {
  return versions.reduce<Codebook | undefined>(
    (before, version) =>
      before && {
        ...version,
        variables: joined(before.variables, version.variables),
        groups: joinedGroups(before.groups, version.groups),
      },
    versions[0],
  );
}

function joined<Kind extends Question>(before: readonly Kind[], now: readonly Kind[]): Kind[] {
  const kept = now.map((question) => {
    const earlier = before.find(({ id }) => id === question.id);
    const gone = (earlier?.options ?? []).filter(
      ({ code }) => !question.options.some((option) => option.code === code),
    );
    return gone.length > 0 ? { ...question, options: [...question.options, ...gone] } : question;
  });
  return [...kept, ...before.filter(({ id }) => !now.some((question) => question.id === id))];
}

function joinedGroups(before: Codebook["groups"], now: Codebook["groups"]): Codebook["groups"] {
  const kept = now.map((group) => {
    const earlier = before.find(({ id }) => id === group.id);
    return earlier ? { ...group, fields: joined(earlier.fields, group.fields) } : group;
  });
  return [...kept, ...before.filter(({ id }) => !now.some((group) => group.id === id))];
}

/** The highest code that each question has used, by `variable` or `group.field`: the next one is free. */
export function highestCodes(versions: readonly Codebook[]): { readonly [name: string]: number } {
  const { variables = [], groups = [] } = remembered(versions) ?? {};
  const named = [
    ...variables.map((variable) => [variable.id, variable] as const),
    ...groups.flatMap(({ id, fields }) =>
      fields.map((field) => [`${id}.${field.id}`, field] as const),
    ),
  ];
  return Object.fromEntries(
    named.map(([name, { options }]) => [name, Math.max(0, ...options.map(({ code }) => code))]),
  );
}
