import type { Subgroup } from "#codebook";
import type { ExploredTables } from "#report";
import type { TableSpecification } from "#tabulation";
import type { ExplorationView } from "../wire-of-exploration.ts";

/** A frozen set, with what it was specified to hold. */
export type ExploredSet = ExploredTables & {
  readonly set: ExplorationView["set"];
  /** Whether or not anything of them is told. */
  readonly specifications: readonly TableSpecification[];
  /** Told one at a time with all cases beside; those of one question also side by side. */
  readonly groups: readonly Subgroup[];
  /** A hash of what was frozen. */
  readonly countedFrom: string;
};

/** What is told of a group, by the ids that it has of all cases. */
export function heldOfGroup(
  { specifications }: ExploredSet,
  group: string | null,
): ReadonlySet<string> {
  const prefix = group === null ? "" : `${group}:`;
  const told = specifications.flatMap(({ id, subgroup, measure }) => {
    const isTold = measure.kind !== "crossing" && measure.kind !== "cases";
    return isTold && (subgroup ?? null) === group ? [id.slice(prefix.length)] : [];
  });
  return new Set(told);
}

/** Crossings of a question with another that it is asked beside. */
export function crossingsIn({
  specifications,
}: ExploredSet): readonly { readonly show: string; readonly by: string }[] {
  return specifications.flatMap(({ measure }) => {
    if (measure.kind !== "crossing" || measure.rows.kind !== "question") return [];
    const [column] = measure.columns;
    return column?.kind === "question"
      ? [{ show: measure.rows.variable, by: column.variable }]
      : [];
  });
}

/** Questions whose groups stand side by side: of one group alone there is nothing beside. */
export function dividingIn({ groups }: ExploredSet): ReadonlyMap<string, readonly Subgroup[]> {
  const byQuestion = Map.groupBy(groups, ({ variable }) => variable);
  return new Map([...byQuestion].filter(([, own]) => own.length > 1));
}
