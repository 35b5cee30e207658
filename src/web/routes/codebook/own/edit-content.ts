import type { LocalContent, Question, RepeatGroup, Variable } from "#codebook";
import type { LocalCodebook } from "#server";

type Problems = NonNullable<LocalCodebook["draft"]>["problems"];

/** Whatever the draft and all earlier versions call their questions. */
export function takenNames({ highestCodes, comments }: LocalCodebook, content: LocalContent) {
  return [
    ...Object.keys(highestCodes),
    ...comments.map(({ variable }) => variable),
    ...namesIn(content),
  ];
}

function namesIn({ variables, groups }: LocalContent): readonly string[] {
  return [
    ...variables.map(({ id }) => id),
    ...groups.flatMap(({ id, fields }) => [id, ...fields.map((field) => `${id}.${field.id}`)]),
  ];
}

/** All but the one that is being written for the first time: its editor stands last. */
export function without<Part extends { readonly id: string }>(
  written: Part | undefined,
  parts: readonly Part[],
): readonly Part[] {
  return parts.filter(({ id }) => id !== written?.id);
}

/** How many comments are not answered yet, of those that stand at a part of the draft. */
export function openComments({ comments }: Pick<LocalCodebook, "comments">, content: LocalContent) {
  const names = new Set(namesIn(content));
  return comments.filter(({ variable, settledAt }) => settledAt === null && names.has(variable))
    .length;
}

/** In its place, or last where it is new. */
export function withPart<Part extends { readonly id: string }>(
  parts: readonly Part[],
  part: Part,
): Part[] {
  const isKnown = parts.some(({ id }) => id === part.id);
  return isKnown ? parts.map((each) => (each.id === part.id ? part : each)) : [...parts, part];
}

export function withVariable(content: LocalContent, variable: Variable): LocalContent {
  return { ...content, variables: withPart(content.variables, variable) };
}

export function withGroup(content: LocalContent, group: RepeatGroup): LocalContent {
  return { ...content, groups: withPart(content.groups, group) };
}

export function withoutPart(content: LocalContent, id: string): LocalContent {
  return {
    ...content,
    variables: content.variables.filter((variable) => variable.id !== id),
    groups: content.groups.filter((group) => group.id !== id),
  };
}

/** A row without questions is no row: with its last question the group goes too. */
export function withoutField(content: LocalContent, group: RepeatGroup, id: string): LocalContent {
  const fields = group.fields.filter((field) => field.id !== id);
  return fields.length === 0
    ? withoutPart(content, group.id)
    : withGroup(content, { ...group, fields });
}

export function withMeasure(content: LocalContent, id: string, isOn: boolean): LocalContent {
  const others = content.measures.filter((measure) => measure !== id);
  return { ...content, measures: isOn ? [...others, id] : others };
}

/** The sentences about one part of the draft, by its JSON pointer, and about all that lies within it. */
export function sentencesAt(problems: Problems, pointer: string): readonly string[] {
  return problems
    .filter(({ details }) => `${details?.pointer ?? ""}/`.startsWith(`${pointer}/`))
    .map(({ sentence }) => sentence);
}

/** Where the question stands in the draft, by `variable` or `group.field`. */
export function pointerOf(content: LocalContent, group: string | undefined, question: Question) {
  const at = content.groups.findIndex(({ id }) => id === group);
  const list = group === undefined ? content.variables : (content.groups[at]?.fields ?? []);
  const index = list.findIndex(({ id }) => id === question.id);
  return group === undefined ? `/variables/${index}` : `/groups/${at}/fields/${index}`;
}
