import type { LinkedSet } from "../linked/linked-cells.ts";

/**
 * Cells that an equation of two says are the same number stand for one unknown: told, hidden and
 * guarded together.
 *
 * @returns of each cell the place of its unknown, numbered from 0 in the order of the cells.
 */
export function equalCells(set: LinkedSet): { readonly of: Int32Array; readonly unknowns: number } {
  const leader = Int32Array.from(set.cells, (_, cell) => cell);
  for (const { terms } of set.relations) {
    const [one, other] = terms;
    if (terms.length !== 2 || one === undefined || other === undefined) continue;
    if (one.factor + other.factor !== 0) continue;
    const [a, b] = [leaderOf(leader, one.cell), leaderOf(leader, other.cell)];
    leader[Math.max(a, b)] = Math.min(a, b);
  }
  const of = new Int32Array(leader.length);
  let unknowns = 0;
  // A leader has the lowest place of its class, so it is numbered before the others ask.
  for (let cell = 0; cell < of.length; cell++) {
    const first = leaderOf(leader, cell);
    of[cell] = first === cell ? unknowns++ : (of[first] ?? 0);
  }
  return { of, unknowns };
}

function leaderOf(leader: Int32Array, cell: number): number {
  let at = cell;
  for (;;) {
    const next = leader[at] ?? at;
    if (next === at) return at;
    leader[at] = leader[next] ?? next;
    at = next;
  }
}
