/**
 * Rows of numbers side by side, before it is known whether they will count: what is held as objects for
 * that long is copied again and again by whoever collects garbage.
 */
export class HeldRows {
  readonly width: number;
  #values = new Uint32Array(0);
  #count = 0;

  constructor(width: number) {
    this.width = width;
  }

  add(row: readonly number[]): void {
    const start = this.#count * this.width;
    if (start + this.width > this.#values.length) this.#grow(start + this.width);
    const values = this.#values;
    for (let index = 0; index < this.width; index++) values[start + index] = row[index] ?? 0;
    this.#count += 1;
  }

  /** One row after the other; until the next is added. */
  all(): Uint32Array {
    return this.#values.subarray(0, this.#count * this.width);
  }

  clear(): void {
    this.#count = 0;
  }

  #grow(least: number): void {
    const larger = new Uint32Array(Math.max(least, 2 * this.#values.length));
    larger.set(this.#values);
    this.#values = larger;
  }
}
