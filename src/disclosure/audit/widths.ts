import type { Move } from "./move.ts";
import type { Limits } from "./sight.ts";

/** What has been proved of each target: how far it can go down and up. Only whole tables count. */
export class Widths {
  readonly #limits: Limits;
  readonly #down: Float64Array;
  readonly #up: Float64Array;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#down = new Float64Array(limits.down.length);
    this.#up = new Float64Array(limits.down.length);
  }

  /** A move taken as often as the limits let it, forwards and backwards. */
  take(move: Move): void {
    const forwards = this.#times(move, 1);
    const backwards = this.#times(move, -1);
    for (const [column, step] of move) {
      const [one, other] = [step * forwards, -step * backwards];
      this.#up[column] = Math.max(this.#up[column] ?? 0, one, other);
      this.#down[column] = Math.min(this.#down[column] ?? 0, one, other);
    }
  }

  of(column: number): number {
    return (this.#up[column] ?? 0) - (this.#down[column] ?? 0);
  }

  /** The lowest and the highest step that a table was found for. */
  stepsOf(column: number): readonly [down: number, up: number] {
    return [this.#down[column] ?? 0, this.#up[column] ?? 0];
  }

  #times(move: Move, sign: 1 | -1): number {
    let most = Number.POSITIVE_INFINITY;
    for (const [column, step] of move) {
      const taken = step * sign;
      const limit = (taken > 0 ? this.#limits.up[column] : this.#limits.down[column]) ?? 0;
      most = Math.min(most, Math.floor(limit / taken));
    }
    return most;
  }
}
