import { Queue } from "./queue.ts";
import type { Unknowns } from "./unknowns.ts";

/** What moves, and by how much: every equation still holds. */
export type Shift = readonly { readonly unknown: number; readonly change: number }[];

const mostFound = 10;
const mostBeginnings = 300;
const mostParts = 120;
/** What a number that no table tells counts for beside one that is told. */
const trifle = 0.05;

/**
 * Ways to change a guarded unknown by one, within a group of regions, by how few told numbers they move:
 * begin with it, take the equation out of balance that the fewest unknowns could make up for, let each of
 * them do so in turn, and go on with the beginning that looks shortest.
 */
export class PatternSearch {
  readonly #unknowns: Unknowns;
  readonly #queue = new Queue();
  readonly #imbalance: Int32Array;
  readonly #used: Uint8Array;
  #states: State[] = [];

  constructor(unknowns: Unknowns) {
    this.#unknowns = unknowns;
    this.#imbalance = new Int32Array(unknowns.equations.start.length - 1);
    this.#used = new Uint8Array(unknowns.size);
  }

  find(guarded: number, group: readonly number[]): readonly Shift[] {
    const { within } = this.#unknowns;
    const found: Shift[] = [];
    this.#states = [];
    this.#queue.clear();
    const open = (within.start[guarded + 1] ?? 0) - (within.start[guarded] ?? 0);
    this.#put({ before: -1, unknown: guarded, change: 1, depth: 1, open, cost: 0 });
    for (let looked = 0; looked < mostBeginnings && found.length < mostFound; looked++) {
      const at = this.#queue.take();
      const state = at === undefined ? undefined : this.#states[at];
      if (at === undefined || state === undefined) break;
      if (state.open === 0) found.push(this.#shiftOf(state));
      else if (state.depth < mostParts) this.#extend(at, state, group);
    }
    return found;
  }

  #put(state: State): void {
    this.#states.push(state);
    this.#queue.put(this.#states.length - 1, state.cost + state.open * 1.5);
  }

  #extend(before: number, state: State, group: readonly number[]): void {
    const { equations, within, worth } = this.#unknowns;
    const parts = this.#partsOf(state);
    this.#lay(parts);
    const row = this.#hardest(parts, group);
    for (let at = equations.start[row] ?? 0; at < (equations.start[row + 1] ?? 0); at++) {
      const unknown = equations.items[at] ?? 0;
      const change = -(this.#imbalance[row] ?? 0) / (equations.weights[at] ?? 1);
      if (!this.#mayMove(unknown, group) || !Number.isInteger(change)) continue;
      let open = state.open;
      for (let to = within.start[unknown] ?? 0; to < (within.start[unknown + 1] ?? 0); to++) {
        const sum = this.#imbalance[within.items[to] ?? 0] ?? 0;
        if (sum === 0) open++;
        else if (sum + change * (within.weights[to] ?? 0) === 0) open--;
      }
      const cost = state.cost + (worth[unknown] === 0 ? trifle : 1);
      this.#put({ before, unknown, change, depth: state.depth + 1, open, cost });
    }
    this.#lift(parts);
  }

  #mayMove(unknown: number, group: readonly number[]): boolean {
    const { region, known } = this.#unknowns;
    return (
      this.#used[unknown] === 0 && known[unknown] === 0 && group.includes(region[unknown] ?? -1)
    );
  }

  /** The equation out of balance that the fewest could make up for. */
  #hardest(parts: readonly State[], group: readonly number[]): number {
    const { equations, within } = this.#unknowns;
    let hardest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const { unknown } of parts) {
      for (let to = within.start[unknown] ?? 0; to < (within.start[unknown + 1] ?? 0); to++) {
        const row = within.items[to] ?? 0;
        if (this.#imbalance[row] === 0 || row === hardest) continue;
        let may = 0;
        for (let at = equations.start[row] ?? 0; at < (equations.start[row + 1] ?? 0); at++)
          if (this.#mayMove(equations.items[at] ?? 0, group)) may++;
        if (may > fewest || (may === fewest && row > hardest)) continue;
        hardest = row;
        fewest = may;
      }
    }
    return hardest;
  }

  #lay(parts: readonly State[]): void {
    const { within } = this.#unknowns;
    for (const { unknown, change } of parts) {
      this.#used[unknown] = 1;
      for (let to = within.start[unknown] ?? 0; to < (within.start[unknown + 1] ?? 0); to++) {
        const row = within.items[to] ?? 0;
        this.#imbalance[row] = (this.#imbalance[row] ?? 0) + change * (within.weights[to] ?? 0);
      }
    }
  }

  #lift(parts: readonly State[]): void {
    const { within } = this.#unknowns;
    for (const { unknown } of parts) {
      this.#used[unknown] = 0;
      for (let to = within.start[unknown] ?? 0; to < (within.start[unknown + 1] ?? 0); to++)
        this.#imbalance[within.items[to] ?? 0] = 0;
    }
  }

  /** The last first. */
  #partsOf(state: State): readonly State[] {
    const parts: State[] = [];
    for (let at: State | undefined = state; at !== undefined; at = this.#states[at.before])
      parts.push(at);
    return parts;
  }

  #shiftOf(state: State): Shift {
    return this.#partsOf(state).map(({ unknown, change }) => ({ unknown, change }));
  }
}

/** A beginning: one more part after those before it. */
type State = {
  readonly before: number;
  readonly unknown: number;
  readonly change: number;
  /** How many parts. */
  readonly depth: number;
  /** How many equations are out of balance. */
  readonly open: number;
  readonly cost: number;
};
