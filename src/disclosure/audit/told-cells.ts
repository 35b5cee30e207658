import { type AttackedSet, isGuarded } from "./attacked-set.ts";
import { isOwn, type Knowing } from "./sight.ts";

/** Known cells whose count, or what is left of it without the attacker's own, had to be hidden. */
export function openCells(
  set: AttackedSet,
  knowing: Knowing,
  isKnown: (cell: number) => boolean,
): readonly number[] {
  // Without a share of its own in a cell a participant learns what everybody does.
  const cells = knowing.regions.length === 0 ? set.ids.keys() : knowing.own.keys();
  return [...cells].filter(
    (cell) => isKnown(cell) && !isOwn(set, knowing, cell) && isGuarded(set, cell, knowing.own),
  );
}

/** Relations between told numbers alone that do not add up: a reader would see it. */
export function brokenRelations({ relations, shown }: AttackedSet): readonly number[] {
  return relations.flatMap(({ terms }, index) => {
    let sum = 0;
    for (const { cell, factor } of terms) {
      const count = shown[cell];
      if (count === null || count === undefined) return [];
      sum += factor * count;
    }
    return sum === 0 ? [] : [index];
  });
}

/** Relations with a hidden term that the true counts break: the private list is of something else. */
export function falseRelations({ relations, shown, counts }: AttackedSet): readonly number[] {
  return relations.flatMap(({ terms }, index) => {
    if (terms.every(({ cell }) => shown[cell] !== null)) return [];
    let sum = 0;
    for (const { cell, factor } of terms) sum += factor * (counts[cell] ?? 0);
    return sum === 0 ? [] : [index];
  });
}
