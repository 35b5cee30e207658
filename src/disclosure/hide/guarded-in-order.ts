import type { CountedSet } from "../linked/linked-cells.ts";
import type { Onlookers } from "./onlookers.ts";
import type { Unknowns } from "./unknowns.ts";

/**
 * The guarded unknowns in the order in which they choose what else to hide: from the nation down; first
 * what no table tells; then the least counts, which have the fewest moves to choose from; of equals by
 * place in the set. What the first hide, the others have for nothing.
 */
export function guardedInOrder(
  { set }: CountedSet,
  { size, region, worth, counts }: Unknowns,
  { fromAll, fromSome }: Onlookers,
): readonly number[] {
  const depth = (unknown: number) => set.regions[region[unknown] ?? 0]?.parents.length ?? 0;
  const isTold = (unknown: number) => Number(worth[unknown] !== 0);
  return Array.from({ length: size }, (_, unknown) => unknown)
    .filter((unknown) => fromAll[unknown] === 1 || fromSome.has(unknown))
    .sort(
      (a, b) =>
        depth(a) - depth(b) ||
        isTold(a) - isTold(b) ||
        (counts[a] ?? 0) - (counts[b] ?? 0) ||
        a - b,
    );
}
