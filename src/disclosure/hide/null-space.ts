import { seededRandomness } from "#kernel";
import { inverse, prime } from "../modulo-prime.ts";
import { Queue } from "./queue.ts";
import type { Unknowns } from "./unknowns.ts";

const draws = 2;

type Row = { readonly places: Int32Array; readonly values: Float64Array };

/**
 * All that some open unknowns could change by while every equation holds, modulo a prime. An unknown is
 * settled when it changes in none of it. What is settled over the whole numbers is settled modulo the
 * prime too; two seeded draws from the space stand for all of it, and can only err towards settled.
 */
export class NullSpace {
  /** By unknown: its place. Those in few equations come first: they are solved for at once. */
  readonly #placeOf = new Map<number, number>();
  readonly #solved: (Row | undefined)[];
  readonly #drawn: Float64Array[] = [];
  readonly #work: Float64Array;
  readonly #marked: Uint8Array;
  readonly #queue = new Queue();

  constructor({ equations, within }: Unknowns, open: readonly number[]) {
    const degree = (at: number) => (within.start[at + 1] ?? 0) - (within.start[at] ?? 0);
    const order = [...open].sort((a, b) => degree(a) - degree(b) || a - b);
    order.forEach((unknown, place) => {
      this.#placeOf.set(unknown, place);
    });
    this.#solved = new Array(order.length).fill(undefined);
    this.#work = new Float64Array(order.length);
    this.#marked = new Uint8Array(order.length);
    const rows = new Set<number>();
    for (const unknown of open)
      for (let at = within.start[unknown] ?? 0; at < (within.start[unknown + 1] ?? 0); at++)
        rows.add(within.items[at] ?? 0);
    const length = (row: number) => (equations.start[row + 1] ?? 0) - (equations.start[row] ?? 0);
    for (const row of [...rows].sort((a, b) => length(a) - length(b) || a - b)) {
      for (let at = equations.start[row] ?? 0; at < (equations.start[row + 1] ?? 0); at++) {
        const place = this.#placeOf.get(equations.items[at] ?? 0);
        if (place !== undefined) this.#addTo(place, equations.weights[at] ?? 0);
      }
      this.#solve();
    }
    const randomness = seededRandomness(order.length);
    for (let draw = 0; draw < draws; draw++)
      this.#drawn.push(this.#draw(() => randomness.below(prime)));
  }

  isSettled(unknown: number): boolean {
    const place = this.#placeOf.get(unknown);
    return place === undefined || this.#drawn.every((values) => values[place] === 0);
  }

  #addTo(place: number, value: number): void {
    if (this.#marked[place] === 0) {
      this.#marked[place] = 1;
      this.#queue.put(place, place);
    }
    const sum = ((this.#work[place] ?? 0) + value) % prime;
    this.#work[place] = sum < 0 ? sum + prime : sum;
  }

  /** What was added becomes an equation for the first unknown that no earlier one is solved for. */
  #solve(): void {
    const left: number[] = [];
    for (let place = this.#queue.take(); place !== undefined; place = this.#queue.take()) {
      const factor = this.#work[place] ?? 0;
      const known = this.#solved[place];
      if (factor === 0 || known === undefined) {
        left.push(place);
        continue;
      }
      for (let at = 0; at < known.places.length; at++)
        this.#addTo(known.places[at] ?? 0, -((factor * (known.values[at] ?? 0)) % prime));
      // Its own place is now nought, and was taken from the queue.
      left.push(place);
    }
    const places = left.filter((place) => this.#work[place] !== 0);
    const [pivot] = places;
    if (pivot !== undefined) {
      const scale = inverse(this.#work[pivot] ?? 1);
      const values = Float64Array.from(
        places,
        (place) => ((this.#work[place] ?? 0) * scale) % prime,
      );
      this.#solved[pivot] = { places: Int32Array.from(places), values };
    }
    for (const place of left) {
      this.#work[place] = 0;
      this.#marked[place] = 0;
    }
  }

  #draw(value: () => number): Float64Array {
    const drawn = new Float64Array(this.#solved.length);
    for (let place = drawn.length - 1; place >= 0; place--) {
      const row = this.#solved[place];
      if (row === undefined) {
        drawn[place] = value();
        continue;
      }
      let sum = 0;
      for (let at = 1; at < row.places.length; at++)
        sum = (sum + (row.values[at] ?? 0) * (drawn[row.places[at] ?? 0] ?? 0)) % prime;
      drawn[place] = sum === 0 ? 0 : prime - sum;
    }
    return drawn;
  }
}
