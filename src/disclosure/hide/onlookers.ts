import { type CountedSet, type LinkedCell, leastCount } from "../linked/linked-cells.ts";
import type { Unknowns } from "./unknowns.ts";

/** Somebody who attacks: the place of a participant, or −1 for one from outside. */
export type Onlooker = number;
export const outsider: Onlooker = -1;

/** What a participant has in an unknown; `all`: it is a number of its own, which it knows. */
export type Share = { readonly participant: number; readonly own: number; readonly all: boolean };

/** Who sees what: shares of participants, and which unknowns are guarded from whom. */
export type Onlookers = {
  readonly count: number;
  /** By unknown: the participants that know it or have a share of it, in order. */
  readonly sharesOf: readonly (readonly Share[])[];
  /** By participant: the unknowns that it knows or has a share of. */
  readonly unknownsOf: readonly (readonly { readonly unknown: number; readonly share: Share }[])[];
  /** Guarded from the outsider, and from every participant without a share. */
  readonly fromAll: Uint8Array;
  /** By unknown: participants with a share, from whom it is guarded. */
  readonly fromSome: ReadonlyMap<number, readonly number[]>;
};

/** @throws when a participant's shares do not satisfy the relations or exceed what was counted. */
export function onlookersOf(counted: CountedSet, unknowns: Unknowns): Onlookers {
  const { set, counts, participants } = counted;
  const sharesOf: Share[][] = Array.from({ length: unknowns.size }, () => []);
  const fromAll = new Uint8Array(unknowns.size);
  const fromSome = new Map<number, number[]>();
  const inRegion = new Map<string, number[]>();
  set.cells.forEach((cell, at) => {
    const list = inRegion.get(cell.region);
    if (list) list.push(at);
    else inRegion.set(cell.region, [at]);
    if (isGuarded(cell, (place) => counts[place] ?? 0, at)) fromAll[unknowns.of[at] ?? 0] = 1;
  });
  const groups = groupsOf(set.cells);
  const theirs = new Int32Array(set.cells.length);
  const unknownsOf = participants.map(({ region, own }, participant) => {
    const ownCells = inRegion.get(region) ?? [];
    theirs.fill(0);
    for (const [cell, share] of own) theirs[cell] = share;
    for (const cell of ownCells) theirs[cell] = counts[cell] ?? 0;
    const left = (cell: number) => (counts[cell] ?? 0) - (theirs[cell] ?? 0);
    const shares = new Map<number, Share>();
    for (const cell of [...own.keys(), ...ownCells]) {
      const unknown = unknowns.of[cell] ?? 0;
      const all = set.cells[cell]?.region === region || shares.get(unknown)?.all === true;
      if (left(cell) < 0) throw new Error("A participant has more than was counted.");
      shares.set(unknown, { participant, own: theirs[cell] ?? 0, all });
    }
    checkShares(set, theirs);
    for (const cell of touchedBy([...own.keys()], groups)) {
      const unknown = unknowns.of[cell] ?? 0;
      const described = set.cells[cell];
      if (described === undefined || shares.get(unknown)?.all === true) continue;
      if (!shares.has(unknown)) shares.set(unknown, { participant, own: 0, all: false });
      if (!isGuarded(described, left, cell)) continue;
      const some = fromSome.get(unknown);
      if (some === undefined) fromSome.set(unknown, [participant]);
      else if (some.at(-1) !== participant) some.push(participant);
    }
    const mine = [...shares].map(([unknown, share]) => ({ unknown, share }));
    for (const { unknown, share } of mine) sharesOf[unknown]?.push(share);
    return mine;
  });
  return { count: participants.length, sharesOf, unknownsOf, fromAll, fromSome };
}

/** Whether a count, or what somebody sees of it, must not be known. */
function isGuarded(cell: LinkedCell, left: (cell: number) => number, at: number): boolean {
  if (cell.guard === "none") return false;
  const count = left(at);
  if (count < leastCount && (count > 0 || cell.guard === "few-or-none")) return true;
  return cell.whole !== undefined && count >= left(cell.whole) - 1;
}

/** By a cell that is the whole of others: those. */
function groupsOf(cells: readonly LinkedCell[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  cells.forEach(({ whole }, at) => {
    if (whole === undefined) return;
    const group = groups.get(whole);
    if (group) group.push(at);
    else groups.set(whole, [at]);
  });
  return groups;
}

/** The cells, and those whose group is one of them: a share of the group changes what is guarded. */
function touchedBy(cells: readonly number[], groups: ReadonlyMap<number, readonly number[]>) {
  return new Set(cells.flatMap((cell) => [cell, ...(groups.get(cell) ?? [])]));
}

/** Shares are counts too: every relation holds for them. */
function checkShares(set: CountedSet["set"], own: Int32Array): void {
  for (const { terms } of set.relations) {
    let sum = 0;
    for (const { cell, factor } of terms) sum += factor * (own[cell] ?? 0);
    if (sum !== 0) throw new Error("A relation of the linked set does not hold for a participant.");
  }
}

/** What a participant has in an unknown, if it has or knows anything of it. */
export function shareOf({ sharesOf }: Onlookers, participant: Onlooker, unknown: number) {
  const shares = sharesOf[unknown] ?? [];
  let [low, high] = [0, shares.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle]?.participant ?? 0) < participant) low = middle + 1;
    else high = middle;
  }
  const found = shares[low];
  return found?.participant === participant ? found : undefined;
}
