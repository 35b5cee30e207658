import { leastCount, type Relation } from "../linked/linked-cells.ts";
import type { EarlierNumbers, GuardOfCell, PrivateNumbers, PublishedSet } from "./published-set.ts";

/** Everything that can be combined, in one row of cells: this release's, the earlier ones', what came between. */
export type AttackedSet = {
  readonly ids: readonly string[];
  readonly regions: readonly string[];
  readonly relations: readonly Relation[];
  readonly shown: readonly (number | null)[];
  readonly counts: Float64Array;
  readonly guards: readonly GuardOfCell[];
  /** Below this the cell cannot be: 0, but for what came between two publications and was withdrawn. */
  readonly least: Float64Array;
  /** Of each participant, by place. */
  readonly own: readonly ReadonlyMap<number, number>[];
  /** Cells from here on are the ledger's. */
  readonly ledgerFrom: number;
};

/** Far more than any count; what is without limit is cut here. */
export const farAway = 1_000_000;

/** Joins what was told before: its cells, and how much each has grown since. */
export function attackedSet(published: PublishedSet, numbers: PrivateNumbers): AttackedSet {
  const ids = published.cells.map(({ id }) => id);
  const regions = published.cells.map(({ region }) => region);
  const relations = [...published.relations];
  const shown = [...published.shown];
  const counts = Array.from(numbers.counts);
  const guards: GuardOfCell[] = published.cells.map((_, place) => guardAt(numbers.guards, place));
  const own = numbers.participants.map((each) => new Map(each.own));
  const least = counts.map(() => 0);
  for (const [index, earlier] of published.earlier.entries()) {
    const then = numbers.earlier[index] ?? nothingKnown;
    const start = ids.length;
    for (const [place, cell] of earlier.cells.entries()) {
      ids.push(`${earlier.release}: ${cell.id}`);
      regions.push(cell.region);
      shown.push(earlier.shown[place] ?? null);
      counts.push(then.counts[place] ?? 0);
      guards.push(movedBy(guardAt(then.guards, place), start));
      least.push(0);
      own.forEach((map, who) => {
        const share = then.own[who]?.get(place);
        if (share !== undefined) map.set(start + place, share);
      });
    }
    for (const { kind, terms } of earlier.relations) {
      relations.push({ kind, terms: terms.map((term) => ({ ...term, cell: term.cell + start })) });
    }
    for (const [place, { id, region, now }] of earlier.cells.entries()) {
      if (now === null) continue;
      const between = ids.length;
      const grown = (counts[now] ?? 0) - (then.counts[place] ?? 0);
      ids.push(`${earlier.release}–: ${id}`);
      regions.push(region);
      shown.push(null);
      counts.push(grown);
      guards.push({ guard: "few" });
      least.push(grown < 0 ? -farAway : 0);
      relations.push({
        kind: "round",
        terms: [
          { cell: now, factor: 1 },
          { cell: start + place, factor: -1 },
          { cell: between, factor: -1 },
        ],
      });
      for (const map of own) {
        const share = (map.get(now) ?? 0) - (map.get(start + place) ?? 0);
        if (share !== 0) map.set(between, share);
      }
    }
  }
  return {
    ...{ ids, regions, relations, shown, guards, own },
    counts: Float64Array.from(counts),
    least: Float64Array.from(least),
    ledgerFrom: published.cells.length,
  };
}

/** Whether what is left of the cell must not be known to one who knows so much of each cell. */
export function isGuarded(
  set: AttackedSet,
  cell: number,
  own: ReadonlyMap<number, number>,
): boolean {
  const { guard, whole } = set.guards[cell] ?? { guard: "none" };
  if (guard === "none") return false;
  const left = (set.counts[cell] ?? 0) - (own.get(cell) ?? 0);
  // A difference may be a loss: that somebody has left is as telling.
  const size = Math.abs(left);
  if (size > 0 && size < leastCount) return true;
  if (guard === "few-or-none" && left === 0) return true;
  return whole !== undefined && left >= (set.counts[whole] ?? 0) - (own.get(whole) ?? 0) - 1;
}

const nothingKnown: EarlierNumbers = { counts: [], guards: [], own: [] };

function guardAt(guards: readonly GuardOfCell[], place: number): GuardOfCell {
  return guards[place] ?? { guard: "none" };
}

function movedBy({ guard, whole }: GuardOfCell, start: number): GuardOfCell {
  return whole === undefined ? { guard } : { guard, whole: whole + start };
}
