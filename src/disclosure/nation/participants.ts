import type { RawTable, Scope } from "#tabulation";

/** One who delivered, and what it counts of its own: by the specification's id. No table: no cases. */
export type KnownParticipant = {
  /** A municipality's code; in a municipality's own release the id of a unit. */
  readonly id: string;
  readonly tables: ReadonlyMap<string, RawTable>;
};

/**
 * In the order of their ids. A single one has all there is: from it nothing can be kept.
 * @throws for a table that is nobody's own.
 */
export function participantsIn(own: readonly RawTable[]): readonly KnownParticipant[] {
  const found = new Map<string, Map<string, RawTable>>();
  for (const raw of own) {
    const id = idOf(raw.scope);
    if (id === undefined) throw new Error(`nobody's own: ${raw.specification.id}`);
    const tables = found.get(id) ?? new Map<string, RawTable>();
    found.set(id, tables.set(raw.specification.id, raw));
  }
  if (found.size < 2) return [];
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, tables]) => ({ id, tables }));
}

function idOf(scope: Scope): string | undefined {
  if (scope.kind === "unit") return scope.unit;
  return scope.kind === "region" && scope.level === "municipality" ? scope.code : undefined;
}
