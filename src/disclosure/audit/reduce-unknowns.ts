import type { AttackedSet } from "./attacked-set.ts";

/** Cells that take the same step; where the sign is −1 the cell goes down when the first goes up. */
export type Member = { readonly cell: number; readonly sign: 1 | -1 };

/** The factor of each unknown number, by its first cell: together nought. */
export type Entries = ReadonlyMap<number, number>;

export type Unknowns = {
  /** All cells of each unknown number, by the first of them, whose sign is 1. */
  readonly members: ReadonlyMap<number, readonly Member[]>;
  readonly rows: readonly Entries[];
};

/**
 * What everybody works out in the head, before any attack: the number that a relation leaves alone is
 * settled, and two that it leaves must move together, so they are one. Exact: only where both have the
 * same factor but for the sign. A settled number keeps a row of its own that says so.
 */
export function reduceUnknowns(
  { ids, relations }: AttackedSet,
  isKnown: (cell: number) => boolean,
): Unknowns {
  const members = new Map<number, Member[]>();
  const holders = new Map<number, Set<Map<number, number>>>();
  ids.forEach((_, cell) => {
    if (isKnown(cell)) return;
    members.set(cell, [{ cell, sign: 1 }]);
    holders.set(cell, new Set());
  });
  const rows = relations.map(({ terms }) => {
    const row = new Map<number, number>();
    // The same cell twice in one relation counts once, with both factors.
    for (const { cell, factor } of terms) if (!isKnown(cell)) add(row, cell, factor);
    return row;
  });
  for (const row of rows) for (const cell of row.keys()) holders.get(cell)?.add(row);
  const settled: Map<number, number>[] = [];
  const waiting = rows.filter(({ size }) => size <= 2);
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const [one, other] = row;
    if (one && !other) settle(one[0]);
    else if (one && other && row.size === 2 && Math.abs(one[1]) === Math.abs(other[1])) {
      join(one[0], other[0], one[1] === other[1] ? -1 : 1);
    }
  }
  return { members, rows: [...rows.filter(({ size }) => size > 0), ...settled] };

  function settle(cell: number): void {
    settled.push(new Map([[cell, 1]]));
    for (const row of holders.get(cell) ?? []) {
      row.delete(cell);
      if (row.size <= 2) waiting.push(row);
    }
    holders.get(cell)?.clear();
  }

  function join(one: number, other: number, sign: 1 | -1): void {
    const [kept, gone] = one < other ? [one, other] : [other, one];
    for (const row of holders.get(gone) ?? []) {
      const factor = row.get(gone) ?? 0;
      row.delete(gone);
      add(row, kept, factor * sign);
      if (row.has(kept)) holders.get(kept)?.add(row);
      else holders.get(kept)?.delete(row);
      if (row.size <= 2) waiting.push(row);
    }
    for (const { cell, sign: own } of members.get(gone) ?? []) {
      members.get(kept)?.push({ cell, sign: own === sign ? 1 : -1 });
    }
    members.delete(gone);
    holders.delete(gone);
  }
}

function add(row: Map<number, number>, cell: number, factor: number): void {
  const sum = (row.get(cell) ?? 0) + factor;
  if (sum === 0) row.delete(cell);
  else row.set(cell, sum);
}
