/**
 * A row that is written over again for each case: of a nation's rows, arrays that grow and are thrown
 * away would be a tenth of all work. All rows of one relation have the same width.
 */
export class RowWriter {
  /** Of the row at hand, once it is written to its end; read before the next is begun. */
  readonly values: number[] = [];
  /** How many are written. */
  length = 0;

  begin(): this {
    this.length = 0;
    return this;
  }

  push(value: number): void {
    this.values[this.length] = value;
    this.length += 1;
  }

  append(row: readonly number[]): void {
    for (const value of row) this.push(value);
  }
}
