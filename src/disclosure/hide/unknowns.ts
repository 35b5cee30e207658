import type { CountedSet } from "../linked/linked-cells.ts";
import { equalCells } from "./equal-cells.ts";
import { transposed, type Weighted, weighted } from "./sparse.ts";

/** A counted set as hiding sees it: one unknown for cells that are equal, and what is told put aside. */
export type Unknowns = {
  readonly size: number;
  /** By cell: its unknown. */
  readonly of: Int32Array;
  /** By unknown: its cells. */
  readonly cells: readonly (readonly number[])[];
  /** By unknown: the region of its first cell, by its place. */
  readonly region: Int32Array;
  readonly regions: number;
  readonly counts: Int32Array;
  /** What hiding it takes from the reader: nothing where no table tells it anyway. */
  readonly worth: Float64Array;
  /** 1: told for good, or settled by what is. */
  readonly known: Uint8Array;
  /** By equation: its unknowns that are not known, and their factors. */
  readonly equations: Weighted;
  /** By unknown: its equations, and its factors there. */
  readonly within: Weighted;
};

/** @throws when the counts do not satisfy the relations: the set was counted wrongly. */
export function unknownsOf({ set, counts: counted }: CountedSet): Unknowns {
  const { of, unknowns: size } = equalCells(set);
  const cells: number[][] = Array.from({ length: size }, () => []);
  const counts = new Int32Array(size);
  const worth = new Float64Array(size);
  const known = new Uint8Array(size);
  const region = new Int32Array(size).fill(-1);
  const places = new Map(set.regions.map(({ id }, at) => [id, at]));
  set.cells.forEach((cell, at) => {
    const unknown = of[at] ?? 0;
    cells[unknown]?.push(at);
    if (region[unknown] === -1) region[unknown] = places.get(cell.region) ?? -1;
    counts[unknown] = counted[at] ?? 0;
    if (cell.role === "may") worth[unknown] = (worth[unknown] ?? 0) + cell.worth;
    if (cell.role === "told") known[unknown] = 1;
  });
  const all = set.relations.map(({ terms }) => {
    const factors = new Map<number, number>();
    let sum = 0;
    for (const { cell, factor } of terms) {
      sum += factor * (counted[cell] ?? 0);
      const unknown = of[cell] ?? 0;
      factors.set(unknown, (factors.get(unknown) ?? 0) + factor);
    }
    if (sum !== 0) throw new Error("A relation of the linked set does not hold for its counts.");
    return [...factors].filter(([, factor]) => factor !== 0);
  });
  settleAll(all, counts, known);
  const open = all
    .map((terms) => terms.filter(([unknown]) => known[unknown] !== 1))
    .filter((terms) => terms.length > 0);
  const equations = weighted(open);
  const within = transposed(equations, size);
  const regions = set.regions.length;
  return { size, of, cells, region, regions, counts, worth, known, equations, within };
}

/**
 * Of an equation where all but one are known, that one is known too; and where what is left adds up to
 * nought with one sign, all of it is nought.
 */
function settleAll(
  all: readonly (readonly (readonly [number, number])[])[],
  counts: Int32Array,
  known: Uint8Array,
): void {
  const waiting = new Map<number, number[]>();
  all.forEach((terms, at) => {
    for (const [unknown] of terms) {
      const list = waiting.get(unknown);
      if (list) list.push(at);
      else waiting.set(unknown, [at]);
    }
  });
  const due = all.map((_, at) => at);
  for (let at = due.pop(); at !== undefined; at = due.pop()) {
    const left = (all[at] ?? []).filter(([unknown]) => known[unknown] !== 1);
    const sign = Math.sign(left[0]?.[1] ?? 0);
    const isNought = left.every(
      ([unknown, factor]) => counts[unknown] === 0 && Math.sign(factor) === sign,
    );
    if (left.length !== 1 && !isNought) continue;
    for (const [unknown] of left) {
      known[unknown] = 1;
      due.push(...(waiting.get(unknown) ?? []));
    }
  }
}
