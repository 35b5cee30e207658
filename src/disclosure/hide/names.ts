import type { LinkedSet } from "../linked/linked-cells.ts";
import type { Unknowns } from "./unknowns.ts";

/** What is counted, whatever the region: the same number of two regions has the same name. */
export class Names {
  readonly #width: number;
  readonly #at: Int32Array;
  /** By unknown. */
  readonly of: Int32Array;

  constructor({ cells, regions }: LinkedSet, unknowns: Unknowns) {
    const places = new Map(regions.map(({ id }, at) => [id, at]));
    const numbers = new Map<string, number>();
    const nameOf = cells.map(({ id, region }) => {
      const name = id.startsWith(region) ? id.slice(region.length) : id;
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
    this.#width = numbers.size;
    this.#at = new Int32Array(regions.length * numbers.size).fill(-1);
    this.of = Int32Array.from(unknowns.cells, ([first = 0]) => nameOf[first] ?? -1);
    cells.forEach(({ region }, cell) => {
      const unknown = unknowns.of[cell] ?? 0;
      if (unknowns.known[unknown] === 1) return;
      this.#at[(places.get(region) ?? 0) * this.#width + (nameOf[cell] ?? 0)] = unknown;
    });
  }

  /** −1 where the region has no such number, or everybody knows it. */
  find(region: number, name: number): number {
    return this.#at[region * this.#width + name] ?? -1;
  }
}
