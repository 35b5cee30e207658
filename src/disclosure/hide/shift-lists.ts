/** Many shifts beside each other: what they move and by how much, from `start[i]` up to `start[i + 1]`. */
export class ShiftLists {
  /** How many shifts. */
  length = 0;
  /** How many parts they have together. */
  size = 0;
  /** How many parts has the one that was begun. */
  begun = 0;
  start: Int32Array = new Int32Array(1 << 10);
  items: Int32Array = new Int32Array(1 << 14);
  changes: Int32Array = new Int32Array(1 << 14);

  begin(): void {
    this.begun = 0;
  }

  add(unknown: number, change: number): void {
    const at = this.size + this.begun++;
    if (at === this.items.length) {
      this.items = twice(this.items);
      this.changes = twice(this.changes);
    }
    this.items[at] = unknown;
    this.changes[at] = change;
  }

  /** What was begun is one of them. */
  end(): void {
    this.size += this.begun;
    this.begun = 0;
    this.length++;
    if (this.length === this.start.length) this.start = twice(this.start);
    this.start[this.length] = this.size;
  }
}

function twice(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
