import type { Unknowns } from "./unknowns.ts";

const trifle = 1e-9;

/** What each unknown changes by. */
export type Changes = Float64Array;

/**
 * The equations among a few unknowns, solved for some of them (the basic ones) in terms of the others
 * (the free ones), and the simplex method on it: from the counts, which fit, the guarded one is pushed as
 * far as it goes. Hidden unknowns are solved for first, so that hidden free ones move hidden ones alone,
 * and what is told moves only when it must. Floating point: it proposes, and others prove.
 */
export class NullTableau {
  readonly #size: number;
  readonly #price: Float64Array;
  readonly #left: Float64Array;
  /** By row: its unknowns, by place, and their factors. The basic one's is 1. */
  readonly #rows: Map<number, number>[] = [];
  /** By place: the rows that it is in. */
  readonly #column: Set<number>[];
  /** By row: the place of its basic unknown; by place: its row, or −1. */
  readonly #basic: number[] = [];
  readonly #rowOf: Int32Array;

  /**
   * @param near the guarded one first; the others stay as they are.
   * @param left by unknown: what is left to take.
   * @param price by unknown: what it costs to move it at all.
   */
  constructor(
    { equations, within }: Unknowns,
    near: readonly number[],
    left: (unknown: number) => number,
    price: (unknown: number) => number,
  ) {
    this.#size = near.length;
    this.#left = Float64Array.from(near, left);
    this.#price = Float64Array.from(near, price);
    this.#rowOf = new Int32Array(near.length).fill(-1);
    this.#column = near.map(() => new Set());
    const places = new Map(near.map((unknown, place) => [unknown, place]));
    const used = new Set<number>();
    for (const unknown of near)
      for (let at = within.start[unknown] ?? 0; at < (within.start[unknown + 1] ?? 0); at++)
        used.add(within.items[at] ?? 0);
    for (const equation of used) {
      const row = new Map<number, number>();
      for (
        let at = equations.start[equation] ?? 0;
        at < (equations.start[equation + 1] ?? 0);
        at++
      ) {
        const place = places.get(equations.items[at] ?? 0);
        if (place === undefined) continue;
        row.set(place, equations.weights[at] ?? 0);
        this.#column[place]?.add(this.#rows.length);
      }
      this.#rows.push(row);
    }
    this.#solve();
  }

  #solve(): void {
    const degrees = this.#column.map(({ size }) => size);
    const order = [...degrees.keys()].sort(
      // The guarded one, at place 0, is free if it can be: then it is pushed directly.
      (a, b) =>
        Number(a === 0) - Number(b === 0) ||
        (this.#price[a] ?? 0) - (this.#price[b] ?? 0) ||
        (degrees[a] ?? 0) - (degrees[b] ?? 0) ||
        a - b,
    );
    for (const place of order) {
      let shortest = -1;
      for (const row of this.#column[place] ?? []) {
        if (this.#basic[row] !== undefined) continue;
        if (shortest < 0 || this.#lengthOf(row) < this.#lengthOf(shortest)) shortest = row;
      }
      if (shortest >= 0) this.#solveFor(shortest, place);
    }
  }

  #lengthOf(row: number): number {
    return this.#rows[row]?.size ?? 0;
  }

  /** Makes the unknown at a place the basic one of a row, and takes it out of all others. */
  #solveFor(at: number, place: number): void {
    const row = this.#rows[at];
    if (row === undefined) return;
    const factor = row.get(place) ?? 1;
    if (factor !== 1) for (const [each, value] of row) row.set(each, value / factor);
    for (const other of [...(this.#column[place] ?? [])])
      if (other !== at) this.#subtract(other, row, place);
    this.#basic[at] = place;
    this.#rowOf[place] = at;
  }

  #subtract(at: number, row: ReadonlyMap<number, number>, place: number): void {
    const from = this.#rows[at];
    const factor = from?.get(place) ?? 0;
    if (from === undefined || factor === 0) return;
    for (const [each, value] of row) {
      const before = from.get(each);
      const next = (before ?? 0) - factor * value;
      if (Math.abs(next) > trifle) {
        from.set(each, next);
        if (before === undefined) this.#column[each]?.add(at);
      } else if (before !== undefined) {
        from.delete(each);
        this.#column[each]?.delete(at);
      }
    }
  }

  /**
   * Pushes the guarded unknown up or down by `target`, or as far as it goes.
   *
   * @param paid by place, 1: moves at no price. With `pay` others may be added to it.
   */
  push(changes: Changes, sign: 1 | -1, target: number, paid: Uint8Array, pay: boolean): void {
    for (let turn = 0; turn < 20 * this.#size; turn++) {
      const missing = target - sign * (changes[0] ?? 0);
      if (missing < trifle) return;
      const found = this.#entering(changes, sign, paid, pay);
      if (found === undefined) return;
      this.#advance(changes, found.place, found.direction, missing, paid);
    }
  }

  /** By how much the guarded unknown changes with each free one. */
  #gains(): readonly (readonly [number, number])[] {
    const row = this.#rows[this.#rowOf[0] ?? -1];
    if (row === undefined) return [[0, 1]];
    return [...row].filter(([place]) => place !== 0).map(([place, value]) => [place, -value]);
  }

  /** The free unknown to move: of those that cost least the first. */
  #entering(changes: Changes, sign: 1 | -1, paid: Uint8Array, pay: boolean) {
    let best: { place: number; direction: 1 | -1; price: number } | undefined;
    for (const [place, gain] of this.#gains()) {
      const direction = gain * sign > 0 ? 1 : -1;
      if (direction < 0 && (this.#left[place] ?? 0) + (changes[place] ?? 0) < trifle) continue;
      const price = this.#priceOf(place, paid);
      if (price > 0 && !pay) continue;
      const isBetter =
        best === undefined || price < best.price || (price === best.price && place < best.place);
      if (isBetter) best = { place, direction, price };
    }
    return best;
  }

  #priceOf(place: number, paid: Uint8Array): number {
    const priceOf = (each: number) => (paid[each] === 1 ? 0 : (this.#price[each] ?? 0));
    let price = priceOf(place);
    for (const row of this.#column[place] ?? []) price += priceOf(this.#basic[row] ?? 0);
    return price;
  }

  #advance(changes: Changes, place: number, direction: 1 | -1, missing: number, paid: Uint8Array) {
    const guardedRow = this.#rows[this.#rowOf[0] ?? -1];
    let step = missing / Math.abs(guardedRow?.get(place) ?? 1);
    let blocking = -1;
    if (direction < 0) step = Math.min(step, (this.#left[place] ?? 0) + (changes[place] ?? 0));
    const column = [...(this.#column[place] ?? [])].map((row) => ({
      row,
      basic: this.#basic[row] ?? 0,
      rate: -(this.#rows[row]?.get(place) ?? 0) * direction,
    }));
    for (const { row, basic, rate } of column) {
      if (rate >= 0) continue;
      const room = Math.max(0, ((this.#left[basic] ?? 0) + (changes[basic] ?? 0)) / -rate);
      const isSooner =
        blocking >= 0 && room < step + trifle && basic < (this.#basic[blocking] ?? 0);
      if (room >= step - trifle && !isSooner) continue;
      step = Math.min(step, room);
      blocking = row;
    }
    changes[place] = (changes[place] ?? 0) + direction * step;
    paid[place] = 1;
    for (const { basic, rate } of column) {
      changes[basic] = (changes[basic] ?? 0) + rate * step;
      paid[basic] = 1;
    }
    if (blocking < 0) return;
    this.#rowOf[this.#basic[blocking] ?? 0] = -1;
    this.#solveFor(blocking, place);
  }
}
