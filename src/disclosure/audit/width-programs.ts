import loadHighs, { type Highs, type Model } from "highs";
import type { Component } from "./component.ts";
import type { Limits } from "./sight.ts";

/**
 * A search in whole steps may take long: so many branches times columns. What is not found by then
 * counts as not found.
 */
const mostSearched = 500_000;

let loaded: Promise<Highs> | undefined;

/** One for each thread: its memory is kept until the thread ends. */
export function loadSolver(): Promise<Highs> {
  loaded ??= loadHighs();
  return loaded;
}

/** One answer of the solver: the steps of every column, and how far the sum of the targets got. */
export type Optimum = { readonly steps: Float64Array; readonly value: number };

/**
 * The linear programs of one component: the same rows for all of them, limits by attacker and costs by
 * target. Built once and kept by the solver; `close` gives its memory back.
 */
export class WidthPrograms {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #width: number;
  readonly #rows: number;
  #isWhole = false;
  solved = 0;

  constructor(highs: Highs, { starts, columns, factors, down, up }: Component) {
    this.#highs = highs;
    this.#width = down.length;
    this.#rows = starts.length - 1;
    const zeros = new Float64Array(this.#rows);
    this.#model = highs.createModel();
    const branches = Math.ceil(mostSearched / (this.#width + 1));
    this.#model.options.set({ output_flag: false, mip_max_nodes: branches, mip_rel_gap: 0 });
    this.#model.passModel({
      numCols: this.#width,
      numRows: this.#rows,
      colCost: new Float64Array(this.#width),
      colLower: down,
      colUpper: up,
      rowLower: zeros,
      rowUpper: zeros,
      matrix: {
        format: "csr",
        numRows: this.#rows,
        numCols: this.#width,
        starts,
        indices: columns,
        values: factors,
      },
    });
  }

  /** As far as this attacker lets each column go. */
  limit({ down, up }: Limits): void {
    this.#model.changeColsBounds({ kind: "range", from: 0, to: this.#width - 1 }, down, up);
  }

  /**
   * The sum of these columns' steps, as high (1) or as low (−1) as it can be; in whole steps if asked.
   * `undefined` where the solver did not finish, or answers what cannot be: it does not throw on its own.
   */
  optimum(columns: Iterable<number>, sign: 1 | -1, isWhole = false): Optimum | undefined {
    const costs = new Float64Array(this.#width);
    for (const column of columns) costs[column] = 1;
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    const all = { kind: "range", from: 0, to: this.#width - 1 } as const;
    if (isWhole !== this.#isWhole) {
      const type = isWhole ? 1 : 0;
      this.#model.changeColsIntegrality(all, new Int32Array(this.#width).fill(type));
      this.#isWhole = isWhole;
    }
    this.#model.changeColsCost(all, costs);
    this.#model.changeObjectiveSense(sign > 0 ? maximize : minimize);
    this.solved++;
    const { modelStatus } = this.#model.run();
    if (modelStatus !== this.#highs.constants.modelStatus.optimal) return undefined;
    const { colValue, rowValue } = this.#model.getSolution();
    const isSound =
      colValue.length === this.#width &&
      rowValue.length === this.#rows &&
      colValue.every(Number.isFinite) &&
      rowValue.every((sum) => Math.abs(sum) < 1e-5);
    if (!isSound) return undefined;
    let value = 0;
    for (const column of columns) value += colValue[column] ?? 0;
    return { steps: colValue, value };
  }

  close(): void {
    this.#model.dispose();
  }
}
