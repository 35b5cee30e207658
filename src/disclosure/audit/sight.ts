import { type AttackedSet, isGuarded } from "./attacked-set.ts";
import type { Component, JoinedComponent } from "./component.ts";
import type { Member } from "./reduce-unknowns.ts";

/** What one attacker sees of a component otherwise than everybody, and which columns are to be opened. */
export type Sight = {
  readonly attacker: AttackerName;
  /** Columns that may go less far, with how far down and up. */
  readonly changed: Int32Array;
  readonly down: Float64Array;
  readonly up: Float64Array;
  /** Columns of which a cell is guarded from this attacker. */
  readonly targets: Int32Array;
};

/** How far each column may go: down ≤ 0, up ≥ 0. Where both are 0 it is known. */
export type Limits = { readonly down: Float64Array; readonly up: Float64Array };

/** Several regions: a pair that tells each other. None: an outsider. */
export type AttackerName = readonly string[];

/** One who attacks, with all that it knows besides what is told. */
export type Knowing = {
  readonly regions: AttackerName;
  /** Cases of its own in each cell. */
  readonly own: ReadonlyMap<number, number>;
};

export const outsider: Knowing = { regions: [], own: new Map() };

export function isOwn(set: AttackedSet, { regions }: Knowing, cell: number): boolean {
  return regions.includes(set.regions[cell] ?? "");
}

/** `undefined` where it sees what every outsider sees, or nothing is guarded from it. */
export function sightOf(
  set: AttackedSet,
  { component, members }: JoinedComponent,
  knowing: Knowing,
): Sight | undefined {
  const changed: number[] = [];
  const down: number[] = [];
  const up: number[] = [];
  const targets: number[] = [];
  let isInside = knowing === outsider;
  members.forEach((cells, column) => {
    const limit = { down: component.down[column] ?? 0, up: component.up[column] ?? 0 };
    const before = { ...limit };
    for (const { cell, sign } of cells) {
      if (isOwn(set, knowing, cell)) {
        isInside = true;
        limit.down = 0;
        limit.up = 0;
      }
      const own = knowing.own.get(cell) ?? 0;
      if (own === 0) continue;
      isInside = true;
      // What came between may have shrunk: then a share of its own says nothing of the others' limit.
      if ((set.least[cell] ?? 0) !== 0) continue;
      const least = Math.min(0, own - (set.counts[cell] ?? 0));
      if (sign > 0) limit.down = Math.max(limit.down, least);
      else limit.up = Math.min(limit.up, -least);
    }
    if (limit.down !== before.down || limit.up !== before.up) {
      changed.push(column);
      down.push(limit.down);
      up.push(limit.up);
    }
    if (guardedMembers(set, cells, knowing).length > 0) targets.push(column);
  });
  if (!isInside || targets.length === 0) return undefined;
  return {
    attacker: knowing.regions,
    changed: Int32Array.from(changed),
    down: Float64Array.from(down),
    up: Float64Array.from(up),
    targets: Int32Array.from(targets),
  };
}

/** Its own cells are known to it: nothing is guarded from it there. */
export function guardedMembers(
  set: AttackedSet,
  cells: readonly Member[],
  knowing: Knowing,
): readonly Member[] {
  return cells.filter(
    ({ cell }) => !isOwn(set, knowing, cell) && isGuarded(set, cell, knowing.own),
  );
}

/** How far each column may go, for this attacker. */
export function limitsOf({ down, up }: Component, sight: Sight): Limits {
  const limits = { down: down.slice(), up: up.slice() };
  sight.changed.forEach((column, at) => {
    limits.down[column] = sight.down[at] ?? 0;
    limits.up[column] = sight.up[at] ?? 0;
  });
  return limits;
}
