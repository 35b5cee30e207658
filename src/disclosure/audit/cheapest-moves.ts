import type { Highs, Model } from "highs";
import type { Component } from "./component.ts";
import type { Limits } from "./sight.ts";

/**
 * The move that touches least of a component: each column is two, one that goes up and one that goes
 * down, and every step costs the same. A program without costs answers with a corner of everything that
 * is possible, which moves thousands of columns; what this finds, others can use too.
 */
export class CheapestMoves {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #width: number;
  #limits: Limits;
  solved = 0;

  constructor(highs: Highs, { starts, columns, factors, down, up }: Component) {
    this.#highs = highs;
    this.#width = down.length;
    this.#limits = { down, up };
    const rows = starts.length - 1;
    const zeros = new Float64Array(rows);
    const pairs = pairedRows({ starts, columns, factors }, this.#width);
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false });
    this.#model.passModel({
      numCols: this.#width * 2,
      numRows: rows,
      colCost: new Float64Array(this.#width * 2).fill(1),
      colLower: new Float64Array(this.#width * 2),
      colUpper: Float64Array.from([...up, ...down.map((step) => -step)]),
      rowLower: zeros,
      rowUpper: zeros,
      matrix: { format: "csr", numRows: rows, numCols: this.#width * 2, ...pairs },
    });
  }

  /** As far as this attacker lets each column go. */
  limit(limits: Limits): void {
    this.#limits = limits;
    const upper = Float64Array.from([...limits.up, ...limits.down.map((step) => -step)]);
    const lower = new Float64Array(upper.length);
    const all = { kind: "range", from: 0, to: upper.length - 1 } as const;
    this.#model.changeColsBounds(all, lower, upper);
  }

  /** The steps of every column when this one takes a step; `undefined` where none were found. */
  find(target: number, step: number): Float64Array | undefined {
    const [from, to] = step > 0 ? [step, 0] : [0, -step];
    this.#bound(target, [from, to], [from, to]);
    this.solved++;
    const { modelStatus } = this.#model.run();
    const isFound = modelStatus === this.#highs.constants.modelStatus.optimal;
    const values = isFound ? this.#model.getSolution().colValue : undefined;
    const { down, up } = this.#limits;
    this.#bound(target, [0, 0], [up[target] ?? 0, -(down[target] ?? 0)]);
    if (values?.length !== this.#width * 2) return undefined;
    return Float64Array.from(up, (_, at) => (values[at] ?? 0) - (values[at + this.#width] ?? 0));
  }

  close(): void {
    this.#model.dispose();
  }

  #bound(target: number, lower: readonly number[], upper: readonly number[]): void {
    [target, target + this.#width].forEach((at, side) => {
      const one = { kind: "range", from: at, to: at } as const;
      const low = Float64Array.of(lower[side] ?? 0);
      this.#model.changeColsBounds(one, low, Float64Array.of(upper[side] ?? 0));
    });
  }
}

/** Every entry once as it is, and once for the column that goes down. */
function pairedRows(
  { starts, columns, factors }: Pick<Component, "starts" | "columns" | "factors">,
  width: number,
) {
  const indices = new Int32Array(columns.length * 2);
  const values = new Float64Array(columns.length * 2);
  for (let row = 0; row + 1 < starts.length; row++) {
    const [from, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    for (let at = from; at < end; at++) {
      const [one, other] = [from + at, end + at];
      indices[one] = columns[at] ?? 0;
      values[one] = factors[at] ?? 0;
      indices[other] = (columns[at] ?? 0) + width;
      values[other] = -(factors[at] ?? 0);
    }
  }
  return { starts: starts.map((start) => start * 2), indices, values };
}
