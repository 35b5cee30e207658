import { canonicalJson } from "#kernel";
import type { Text } from "../codebook.ts";
import type { LocalContent } from "./local-content.ts";

export type ContentChange = {
  readonly kind: "added" | "removed" | "changed";
  readonly what: "question" | "group" | "field" | "measure" | "indicator" | "check";
  readonly id: string;
  readonly label: Text;
};

type Part = { readonly id: string; readonly label: Text };

/** What differs between two versions, so that it can be told before and after it is published. */
export function contentChanges(
  before: LocalContent,
  after: LocalContent,
  measureLabel: (id: string) => Text,
): readonly ContentChange[] {
  const measures = ({ measures: ids }: LocalContent) =>
    ids.map((id): Part => ({ id, label: measureLabel(id) }));
  const checks = (content: LocalContent) =>
    content.checks.map(({ message, ...check }): Part => ({ ...check, label: message }));
  return [
    ...compared("measure", measures(before), measures(after)),
    ...compared("question", before.variables, after.variables),
    ...compared("group", before.groups.map(bare), after.groups.map(bare)),
    ...compared("field", fieldsOf(before), fieldsOf(after)),
    ...compared("indicator", before.indicators, after.indicators),
    ...compared("check", checks(before), checks(after)),
  ];
}

/** Its fields are told by themselves, with the group's name; of a new group the group is enough. */
function fieldsOf({ groups }: LocalContent): readonly Part[] {
  return groups.flatMap(({ id, fields }) =>
    fields.map((field) => ({ ...field, id: `${id}.${field.id}` })),
  );
}

function bare({ fields: _, ...group }: LocalContent["groups"][number]): Part {
  return group;
}

function compared(
  what: ContentChange["what"],
  before: readonly Part[],
  after: readonly Part[],
): readonly ContentChange[] {
  const told = (kind: ContentChange["kind"], { id, label }: Part) => ({ kind, what, id, label });
  const earlier = new Map(before.map((part) => [part.id, part]));
  return [
    ...after.flatMap((part) => {
      const was = earlier.get(part.id);
      if (!was) return [told("added", part)];
      return isSame(was, part) ? [] : [told("changed", part)];
    }),
    ...before
      .filter(({ id }) => !after.some((part) => part.id === id))
      .map((part) => told("removed", part)),
  ];
}

function isSame(one: Part, other: Part): boolean {
  const plain = (part: Part) => canonicalJson(JSON.parse(JSON.stringify(part)));
  return plain(one) === plain(other);
}
