import { type LinkedSet, leastWidth } from "../linked/linked-cells.ts";
import type { Hiding } from "./hiding.ts";
import type { Steps } from "./move.ts";
import type { Names } from "./names.ts";
import { Patterns } from "./patterns.ts";
import { ShiftGroups } from "./shift-groups.ts";
import { ShiftLists } from "./shift-lists.ts";
import type { Unknowns } from "./unknowns.ts";
import type { View } from "./view.ts";

/** How many shifts a move is tried to begin with. */
const mostBeginnings = 4;

/** The shifts of one guarded unknown, by their places in the lists. */
type Range = { readonly first: number; readonly end: number };

type Choice = {
  readonly shift: number;
  readonly forth: number;
  readonly back: number;
  readonly rank: number;
};

/**
 * Moves put together of shifts: cases that change their answer in one region, and as many that change
 * theirs the other way in another, so that what both belong to stays as it is.
 */
export class Shifts {
  readonly #unknowns: Unknowns;
  readonly #names: Names;
  readonly #view: View;
  readonly #hiding: Hiding;
  readonly #patterns: Patterns;
  readonly #groups: ShiftGroups;
  readonly #found = new Map<number, Range>();
  readonly #lists = new ShiftLists();
  /** What has been put together so far: by unknown, what is added and what is taken away. */
  readonly #up: Int32Array;
  readonly #down: Int32Array;
  readonly #bought: Uint8Array;
  #touched: number[] = [];

  constructor(set: LinkedSet, unknowns: Unknowns, names: Names, view: View, hiding: Hiding) {
    this.#unknowns = unknowns;
    this.#names = names;
    this.#view = view;
    this.#hiding = hiding;
    this.#patterns = new Patterns(unknowns, names);
    this.#groups = new ShiftGroups(set);
    this.#up = new Int32Array(unknowns.size);
    this.#down = new Int32Array(unknowns.size);
    this.#bought = new Uint8Array(unknowns.size);
  }

  /** The cheapest that is found, in the eyes of who looks. */
  move(guarded: number): Steps | undefined {
    const shifts = this.#shiftsOf(guarded);
    const beginnings = this.#choices(shifts, leastWidth, mostBeginnings);
    let best: { steps: Steps; price: number } | undefined;
    for (const beginning of beginnings) {
      const price = this.#complete(shifts, beginning, best?.price ?? Number.POSITIVE_INFINITY);
      if (price !== undefined && price < (best?.price ?? Number.POSITIVE_INFINITY))
        best = { steps: this.#steps(), price };
      this.#clear();
      if (best?.price === 0) break;
    }
    return best?.steps;
  }

  /** Step by step: each time the shift that gives most for what would have to be hidden. */
  #complete(shifts: Range, first: Choice, below: number): number | undefined {
    let need: number = leastWidth;
    let price = 0;
    for (let choice: Choice | undefined = first; choice !== undefined; ) {
      price += this.#take(choice);
      if (price >= below) return undefined;
      need -= choice.forth + choice.back;
      if (need <= 0) return price;
      choice = this.#choices(shifts, need, 1)[0];
    }
    return undefined;
  }

  /** The best next shifts, best first. */
  #choices({ first, end: last }: Range, need: number, most: number) {
    const { start, items, changes } = this.#lists;
    const { left, fixed } = this.#view;
    const { worth } = this.#unknowns;
    const { hidden, barred } = this.#hiding;
    const best: Choice[] = [];
    let worst = Number.POSITIVE_INFINITY;
    for (let shift = first; shift < last; shift++) {
      let price = 0;
      let forth = need;
      let back = need;
      const end = start[shift + 1] ?? 0;
      for (let at = start[shift] ?? 0; at < end; at++) {
        const unknown = items[at] ?? 0;
        if (fixed[unknown] === 1) {
          forth = back = 0;
          break;
        }
        if (hidden[unknown] === 0 && this.#bought[unknown] === 0) {
          if (barred[unknown] === 1) {
            forth = back = 0;
            break;
          }
          price += worth[unknown] ?? 0;
          if (price / need >= worst) {
            forth = back = 0;
            break;
          }
        }
        const change = changes[at] ?? 0;
        const have = left[unknown] ?? 0;
        if (change < 0)
          forth = Math.min(forth, Math.trunc((have + (this.#up[unknown] ?? 0)) / -change));
        else back = Math.min(back, Math.trunc((have - (this.#down[unknown] ?? 0)) / change));
        if (forth === 0 && back === 0) break;
      }
      const gain = Math.min(need, forth + back);
      if (gain === 0) continue;
      // Of those that are enough the cheapest; what is not enough counts by what it gives.
      const rank = price / gain + (gain < need ? price : 0) - gain / 1000;
      if (rank >= worst) continue;
      const place = best.findIndex((each) => each.rank > rank);
      best.splice(place < 0 ? best.length : place, 0, { shift, forth, back: gain - forth, rank });
      if (best.length > most) best.pop();
      if (best.length === most) worst = best.at(-1)?.rank ?? worst;
    }
    return best;
  }

  /** @returns what it costs. */
  #take({ shift, forth, back }: Choice): number {
    const { start, items, changes } = this.#lists;
    let price = 0;
    for (let at = start[shift] ?? 0; at < (start[shift + 1] ?? 0); at++) {
      const unknown = items[at] ?? 0;
      const change = changes[at] ?? 0;
      if (this.#bought[unknown] === 0) {
        this.#bought[unknown] = 1;
        this.#touched.push(unknown);
        if (this.#hiding.hidden[unknown] === 0) price += this.#unknowns.worth[unknown] ?? 0;
      }
      this.#up[unknown] = (this.#up[unknown] ?? 0) + forth * change;
      this.#down[unknown] = (this.#down[unknown] ?? 0) + back * change;
    }
    return price;
  }

  #steps(): Steps {
    const moved = this.#touched.filter((at) => this.#up[at] !== 0 || this.#down[at] !== 0);
    return {
      unknowns: Int32Array.from(moved),
      up: Float64Array.from(moved, (at) => this.#up[at] ?? 0),
      down: Float64Array.from(moved, (at) => this.#down[at] ?? 0),
      unit: 1,
    };
  }

  #clear(): void {
    for (const unknown of this.#touched) {
      this.#up[unknown] = 0;
      this.#down[unknown] = 0;
      this.#bought[unknown] = 0;
    }
    this.#touched = [];
  }

  #shiftsOf(guarded: number): Range {
    const known = this.#found.get(guarded);
    if (known) return known;
    const { counts, region } = this.#unknowns;
    const name = this.#names.of[guarded] ?? -1;
    const size = (at: number) => counts[this.#names.find(at, name)] ?? 0;
    const first = this.#lists.length;
    for (const group of this.#groups.of(region[guarded] ?? 0, size))
      this.#patterns.layOut(guarded, group, this.#lists);
    const found = { first, end: this.#lists.length };
    this.#found.set(guarded, found);
    return found;
  }
}
