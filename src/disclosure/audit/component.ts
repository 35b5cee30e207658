import { type AttackedSet, farAway } from "./attacked-set.ts";
import type { KnownBounds } from "./invert-rounded.ts";
import { type Entries, type Member, reduceUnknowns } from "./reduce-unknowns.ts";

/**
 * Hidden numbers that hang together, with the relations between them. Everything is told as a step from
 * the true table: a vector of steps is another possible table if every row adds up to 0 and no step
 * leaves its limits. Rows are packed: row r has the entries from `starts[r]` until `starts[r + 1]`.
 */
export type Component = {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly factors: Float64Array;
  /** How far each column may go down (≤ 0) and up (≥ 0) for one who knows no share. */
  readonly down: Float64Array;
  readonly up: Float64Array;
};

/** A component, and of each of its columns the cells. */
export type JoinedComponent = {
  readonly component: Component;
  readonly members: readonly (readonly Member[])[];
};

/** Joined by every relation that holds two unknown numbers or more. Ordered by the first cell. */
export function findComponents(
  set: AttackedSet,
  bounds: KnownBounds,
  isKnown: (cell: number) => boolean,
): readonly JoinedComponent[] {
  const unknowns = reduceUnknowns(set, isKnown);
  const parent = Int32Array.from(set.ids, (_, cell) => cell);
  for (const row of unknowns.rows) {
    const [first = 0] = row.keys();
    for (const cell of row.keys()) parent[rootOf(parent, cell)] = rootOf(parent, first);
  }
  const groups = new Map<number, { readonly columns: number[]; readonly rows: Entries[] }>();
  const groupOf = (cell: number) => {
    const root = rootOf(parent, cell);
    const known = groups.get(root) ?? { columns: [], rows: [] };
    groups.set(root, known);
    return known;
  };
  for (const cell of unknowns.members.keys()) groupOf(cell).columns.push(cell);
  for (const row of unknowns.rows) {
    const [first = 0] = row.keys();
    groupOf(first).rows.push(row);
  }
  return [...groups.values()].map(({ columns, rows }) => {
    const members = columns.map((cell) => unknowns.members.get(cell) ?? []);
    return { members, component: packed(set, bounds, columns, members, rows) };
  });
}

function rootOf(parent: Int32Array, cell: number): number {
  let root = cell;
  while (parent[root] !== root) root = parent[root] ?? root;
  let at = cell;
  while (parent[at] !== root) {
    const next = parent[at] ?? root;
    parent[at] = root;
    at = next;
  }
  return root;
}

function packed(
  set: AttackedSet,
  { low, high }: KnownBounds,
  cells: readonly number[],
  members: readonly (readonly Member[])[],
  rows: readonly Entries[],
): Component {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const starts = [0];
  const columns: number[] = [];
  const factors: number[] = [];
  for (const row of rows) {
    for (const [cell, factor] of row) {
      columns.push(columnOf.get(cell) ?? 0);
      factors.push(factor);
    }
    starts.push(columns.length);
  }
  const count = (cell: number) => set.counts[cell] ?? 0;
  const downOf = (cell: number) => Math.min(0, Math.max((low[cell] ?? 0) - count(cell), -farAway));
  const upOf = (cell: number) => Math.max(0, Math.min((high[cell] ?? 0) - count(cell), farAway));
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    factors: Float64Array.from(factors),
    down: Float64Array.from(members, (each) =>
      Math.max(...each.map(({ cell, sign }) => (sign > 0 ? downOf(cell) : -upOf(cell)))),
    ),
    up: Float64Array.from(members, (each) =>
      Math.min(...each.map(({ cell, sign }) => (sign > 0 ? upOf(cell) : -downOf(cell)))),
    ),
  };
}
