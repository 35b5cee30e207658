import type { Names } from "./names.ts";
import { PatternSearch, type Shift } from "./pattern-search.ts";
import type { ShiftLists } from "./shift-lists.ts";
import type { Unknowns } from "./unknowns.ts";

/** A shift told by where in its group of regions each part stands and what it counts there. */
type Pattern = {
  readonly places: readonly number[];
  readonly names: readonly number[];
  readonly changes: readonly number[];
};

/** Regions that a shift may touch; the shape tells groups whose regions are to one another as these are. */
export type Group = { readonly regions: readonly number[]; readonly shape: string };

/** Finds the shifts of a number once for each shape of group, and lays them out in the others. */
export class Patterns {
  readonly #unknowns: Unknowns;
  readonly #names: Names;
  readonly #search: PatternSearch;
  readonly #found = new Map<string, readonly Pattern[]>();
  readonly #imbalance: Int32Array;

  constructor(unknowns: Unknowns, names: Names) {
    this.#unknowns = unknowns;
    this.#names = names;
    this.#search = new PatternSearch(unknowns);
    this.#imbalance = new Int32Array(unknowns.equations.start.length - 1);
  }

  /** Puts into lists the shifts that change a guarded unknown by one and touch every region of the group. */
  layOut(guarded: number, { regions, shape }: Group, into: ShiftLists): void {
    const key = `${shape} ${this.#names.of[guarded]}`;
    let patterns = this.#found.get(key);
    if (patterns === undefined) {
      patterns = distinct(
        this.#search
          .find(guarded, regions)
          .map((shift) => this.#patternOf(shift, regions))
          .filter(({ places }) => new Set(places).size === regions.length),
      );
      this.#found.set(key, patterns);
    }
    for (const { places, names, changes } of patterns) {
      into.begin();
      for (let part = 0; part < places.length; part++) {
        const unknown = this.#names.find(regions[places[part] ?? 0] ?? 0, names[part] ?? 0);
        if (unknown < 0) break;
        into.add(unknown, changes[part] ?? 0);
      }
      if (into.begun === places.length && this.#hasRoom(into) && this.#isBalanced(into)) into.end();
    }
  }

  /** What costs most comes first: so it is soonest seen to be too dear. */
  #patternOf(shift: Shift, group: readonly number[]): Pattern {
    const { region, worth } = this.#unknowns;
    const parts = [...shift].sort((a, b) => (worth[b.unknown] ?? 0) - (worth[a.unknown] ?? 0));
    return {
      places: parts.map(({ unknown }) => group.indexOf(region[unknown] ?? -1)),
      names: parts.map(({ unknown }) => this.#names.of[unknown] ?? -1),
      changes: parts.map(({ change }) => change),
    };
  }

  /** Whether there is enough of everything to take it once, forth or back. */
  #hasRoom({ items, changes, size, begun }: ShiftLists): boolean {
    let [forth, back] = [true, true];
    for (let part = size; part < size + begun; part++) {
      const change = changes[part] ?? 0;
      if ((this.#unknowns.counts[items[part] ?? 0] ?? 0) >= Math.abs(change)) continue;
      if (change < 0) forth = false;
      else back = false;
    }
    return forth || back;
  }

  /** Whether what was begun keeps every equation here too. */
  #isBalanced({ items, changes, size, begun }: ShiftLists): boolean {
    const { start, items: rows, weights } = this.#unknowns.within;
    const imbalance = this.#imbalance;
    for (let part = size; part < size + begun; part++) {
      const unknown = items[part] ?? 0;
      for (let at = start[unknown] ?? 0; at < (start[unknown + 1] ?? 0); at++) {
        const row = rows[at] ?? 0;
        imbalance[row] = (imbalance[row] ?? 0) + (changes[part] ?? 0) * (weights[at] ?? 0);
      }
    }
    let isBalanced = true;
    for (let part = size; part < size + begun; part++) {
      const unknown = items[part] ?? 0;
      for (let at = start[unknown] ?? 0; at < (start[unknown + 1] ?? 0); at++) {
        const row = rows[at] ?? 0;
        if (imbalance[row] !== 0) isBalanced = false;
        imbalance[row] = 0;
      }
    }
    return isBalanced;
  }
}

/** The same parts may have been found in another order. */
function distinct(patterns: readonly Pattern[]): readonly Pattern[] {
  const keyOf = ({ places, names, changes }: Pattern) =>
    places
      .map((place, part) => `${place} ${names[part]} ${changes[part]}`)
      .sort()
      .join();
  return [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()];
}
