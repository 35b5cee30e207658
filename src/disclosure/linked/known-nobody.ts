import type { CountedSet } from "./linked-cells.ts";

/**
 * What everybody knows to be nobody from what is told of the whole: told so, or what is left of told
 * numbers, or a part of nothing. By the ids' ends, which are the same in all regions: nobody there either.
 */
export function knownNobody({
  set,
  counts,
}: Pick<CountedSet, "set" | "counts">): ReadonlySet<string> {
  const known = Uint8Array.from(set.cells, ({ role }) => (role === "told" ? 1 : 0));
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const { terms } of set.relations) {
      const open = terms.filter(({ cell }) => known[cell] !== 1);
      const [first] = open;
      if (first === undefined) continue;
      const left = open.reduce((sum, { cell, factor }) => sum + factor * (counts[cell] ?? 0), 0);
      const isOneSided = open.every(({ factor }) => factor > 0 === first.factor > 0);
      if (open.length > 1 && !(left === 0 && isOneSided)) continue;
      for (const { cell } of open) known[cell] = 1;
      isNew = true;
    }
  }
  return new Set(
    set.cells.flatMap(({ id, region }, cell) =>
      known[cell] === 1 && counts[cell] === 0 ? [id.slice(region.length)] : [],
    ),
  );
}
