import type { Attacker, CountedSet } from "../linked/linked-cells.ts";

/** A fraction in whole numbers; `under` is more than 0. */
export type Fraction = { readonly over: number; readonly under: number };

/**
 * What an attacker can work out, by the simplex method in whole numbers: all tables of the hidden cells
 * that fit the relations, are nowhere negative, and may hold parts of cases. Slow, plain and exact: it
 * throws rather than leave the whole numbers that a double holds.
 */
export class ExactAttack {
  readonly #place = new Map<number, number>();
  /** One row an equation, then the sum on its right; all divided by `#under`. */
  #rows: number[][] = [];
  #basis: number[] = [];
  #under = 1;
  readonly #equations: readonly (readonly number[])[];
  /** Of each unknown, the least and the greatest whole number between tables that were met. */
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;
  #ready = false;

  constructor({ set, counts }: CountedSet, hidden: Uint8Array, attacker: Attacker) {
    const own = (cell: number) => {
      if (attacker.kind === "outsider") return 0;
      if (set.cells[cell]?.region === attacker.region) return counts[cell] ?? 0;
      return attacker.own.get(cell) ?? 0;
    };
    set.cells.forEach(({ region }, cell) => {
      const known = attacker.kind === "participant" && attacker.region === region;
      if (hidden[cell] === 1 && !known) this.#place.set(cell, this.#place.size);
    });
    for (const { terms } of set.relations) {
      const row = new Array<number>(this.#place.size + 1).fill(0);
      for (const { cell, factor } of terms) {
        const place = this.#place.get(cell);
        const left = (counts[cell] ?? 0) - own(cell);
        if (place === undefined) row[this.#place.size] = at(row, this.#place.size) - factor * left;
        else row[place] = at(row, place) + factor;
      }
      if (row.some((each) => each !== 0)) this.#rows.push(row);
    }
    this.#equations = this.#rows.map((row) => row.slice(0, -1));
    this.#least = new Float64Array(this.#place.size).fill(Number.POSITIVE_INFINITY);
    this.#greatest = new Float64Array(this.#place.size).fill(Number.NEGATIVE_INFINITY);
    this.#start();
    this.#ready = true;
    this.#note();
  }

  /** The least and the greatest that a hidden cell can be for the attacker; none where it has no bound. */
  interval(cell: number): { readonly least: Fraction; readonly greatest: Fraction | undefined } {
    const place = this.#place.get(cell);
    if (place === undefined) throw new Error("The cell is not hidden from the attacker.");
    const least = this.#extreme(place, 1);
    if (least === undefined) throw new Error("A count has no lower bound.");
    return { least, greatest: this.#extreme(place, -1) };
  }

  /** Whether a cell is hidden, and its interval at least so wide. */
  isUncertain(cell: number, width: number): boolean {
    const place = this.#place.get(cell);
    if (place === undefined) return false;
    const isFar = () => (this.#greatest[place] ?? 0) - (this.#least[place] ?? 0) >= width;
    for (const sign of [1, -1] as const) if (!isFar()) this.#extreme(place, sign, isFar);
    if (isFar()) return true;
    const { least, greatest } = this.interval(cell);
    if (greatest === undefined) return true;
    return (
      greatest.over * least.under - least.over * greatest.under >=
      width * least.under * greatest.under
    );
  }

  /** Whether a cell is told, or a linear combination of what is. */
  isSettled(cell: number): boolean {
    const place = this.#place.get(cell);
    if (place === undefined) return true;
    const unit = Array.from({ length: this.#place.size }, (_, each) => (each === place ? 1 : 0));
    return rank(this.#equations) === rank([...this.#equations, unit]);
  }

  /**
   * From the counts' own equations to a first table, with an extra unknown for each equation. An extra
   * that has left never comes back, so no column is kept for it: only where it still stands is known.
   */
  #start(): void {
    const size = this.#place.size;
    this.#rows = this.#rows.map((row) =>
      at(row, size) < 0 ? row.map((each) => (each === 0 ? 0 : -each)) : row,
    );
    this.#basis = this.#rows.map((_, equation) => size + equation);
    const goal = new Array<number>(size + 1).fill(0);
    for (const row of this.#rows)
      row.forEach((each, column) => {
        goal[column] = at(goal, column) - each;
      });
    this.#improve(goal, size);
    // What is left of the extras is nought: exchanged for an unknown, or an equation too many.
    for (let row = this.#rows.length - 1; row >= 0; row--) {
      if (at(this.#basis, row) < size) continue;
      const column = (this.#rows[row] ?? []).findIndex((each, place) => place < size && each !== 0);
      if (column >= 0) this.#exchange(row, column, []);
      else {
        this.#rows.splice(row, 1);
        this.#basis.splice(row, 1);
      }
    }
  }

  /** The least of `sign` times an unknown, told without the sign. */
  #extreme(place: number, sign: 1 | -1, isEnough = () => false): Fraction | undefined {
    const size = this.#place.size;
    const goal = new Array<number>(size + 1).fill(0);
    goal[place] = sign * this.#under;
    const basic = this.#basis.indexOf(place);
    if (basic >= 0)
      (this.#rows[basic] ?? []).forEach((each, column) => {
        goal[column] = at(goal, column) - sign * each;
      });
    if (!this.#improve(goal, size, isEnough)) return undefined;
    return { over: -sign * at(goal, size), under: this.#under };
  }

  /** Bland's rule: never the same table twice. Ends early when it is enough. `false`: without bound. */
  #improve(goal: number[], size: number, isEnough = () => false): boolean {
    for (;;) {
      if (isEnough()) return true;
      const column = goal.findIndex((each, place) => place < size && each < 0);
      if (column < 0) return true;
      let best = -1;
      this.#rows.forEach((row, each) => {
        if (at(row, column) <= 0) return;
        if (best < 0 || this.#isSooner(each, best, column)) best = each;
      });
      if (best < 0) return false;
      this.#exchange(best, column, goal);
    }
  }

  #isSooner(one: number, other: number, column: number): boolean {
    const [a, b] = [this.#rows[one] ?? [], this.#rows[other] ?? []];
    const apart = exact((a.at(-1) ?? 0) * at(b, column)) - exact((b.at(-1) ?? 0) * at(a, column));
    return apart < 0 || (apart === 0 && at(this.#basis, one) < at(this.#basis, other));
  }

  /** Whole all through: each entry stays a determinant of the first equations (Bareiss, Edmonds). */
  #exchange(row: number, column: number, goal: number[]): void {
    const pivotRow = this.#rows[row] ?? [];
    // An extra that is nought may leave by a negative entry: its equation is turned round.
    if (at(pivotRow, column) < 0)
      for (const [place, each] of pivotRow.entries()) pivotRow[place] = -each;
    const pivot = at(pivotRow, column);
    for (const other of [...this.#rows, goal]) {
      if (other === pivotRow) continue;
      const factor = at(other, column);
      if (factor === 0 && pivot === this.#under) continue;
      for (let place = 0; place < other.length; place++)
        other[place] =
          (exact(at(other, place) * pivot) - exact(factor * at(pivotRow, place))) / this.#under;
    }
    this.#under = pivot;
    this.#basis[row] = column;
    if (this.#ready) this.#note();
  }

  /** Each table on the way is one that fits: how far it lies from those before is certain. */
  #note(): void {
    const size = this.#place.size;
    const seen = new Float64Array(size);
    this.#basis.forEach((place, row) => {
      // Towards the counts in whole cases, so that rounding never makes an interval wider.
      seen[place] = at(this.#rows[row] ?? [], size) / this.#under;
    });
    for (let place = 0; place < size; place++) {
      const value = seen[place] ?? 0;
      this.#least[place] = Math.min(this.#least[place] ?? 0, Math.ceil(value));
      this.#greatest[place] = Math.max(this.#greatest[place] ?? 0, Math.floor(value));
    }
  }
}

/** The rank of whole-number rows, by elimination without fractions. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  let under = 1;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, each) => each >= found && at(row, column) !== 0);
    const row = left[pivot];
    if (row === undefined) continue;
    left[pivot] = left[found] ?? row;
    left[found] = row;
    for (let each = found + 1; each < left.length; each++) {
      const other = left[each] ?? [];
      const factor = at(other, column);
      for (let place = 0; place < other.length; place++)
        other[place] =
          (exact(at(other, place) * at(row, column)) - exact(factor * at(row, place))) / under;
    }
    under = at(row, column);
    found++;
  }
  return found;
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? 0;
}

function exact(product: number): number {
  if (!Number.isSafeInteger(product)) throw new Error("Too large for whole numbers in doubles.");
  return product;
}
