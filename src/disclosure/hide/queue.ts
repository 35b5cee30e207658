/** Which of many comes first: the one with the least rank, and of equals the one put in first. */
export class Queue {
  #items: Int32Array = new Int32Array(1024);
  #ranks: Float64Array = new Float64Array(1024);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  /** Items are put in with rising numbers, so the number itself says which came first. */
  put(item: number, rank: number): void {
    if (this.#size === this.#items.length) this.#grow();
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#before(above, item, rank)) break;
      this.#set(at, this.#items[above] ?? 0, this.#ranks[above] ?? 0);
      at = above;
    }
    this.#set(at, item, rank);
  }

  /** Takes the first out. */
  take(): number | undefined {
    if (this.#size === 0) return undefined;
    const first = this.#items[0] ?? 0;
    this.#size--;
    const item = this.#items[this.#size] ?? 0;
    const rank = this.#ranks[this.#size] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#size) break;
      const right = below + 1;
      if (
        right < this.#size &&
        this.#before(right, this.#items[below] ?? 0, this.#ranks[below] ?? 0)
      )
        below = right;
      if (!this.#before(below, item, rank)) break;
      this.#set(at, this.#items[below] ?? 0, this.#ranks[below] ?? 0);
      at = below;
    }
    if (this.#size > 0) this.#set(at, item, rank);
    return first;
  }

  #before(at: number, item: number, rank: number): boolean {
    const here = this.#ranks[at] ?? 0;
    return here < rank || (here === rank && (this.#items[at] ?? 0) < item);
  }

  #set(at: number, item: number, rank: number): void {
    this.#items[at] = item;
    this.#ranks[at] = rank;
  }

  #grow(): void {
    const items = new Int32Array(this.#items.length * 2);
    const ranks = new Float64Array(this.#ranks.length * 2);
    items.set(this.#items);
    ranks.set(this.#ranks);
    this.#items = items;
    this.#ranks = ranks;
  }
}
