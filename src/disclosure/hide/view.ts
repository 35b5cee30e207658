import { type Onlooker, type Onlookers, outsider } from "./onlookers.ts";
import type { Unknowns } from "./unknowns.ts";

/**
 * The unknowns as one onlooker at a time sees them: what is left without its share, and what it knows.
 * One pair of arrays for all, since each differs from the outsider's in its own region and above.
 */
export class View {
  readonly #unknowns: Unknowns;
  readonly #onlookers: Onlookers;
  /** What is left of each. */
  readonly left: Int32Array;
  /** 1: known to the onlooker, so it cannot move. */
  readonly fixed: Uint8Array;
  onlooker: Onlooker = outsider;

  constructor(unknowns: Unknowns, onlookers: Onlookers) {
    this.#unknowns = unknowns;
    this.#onlookers = onlookers;
    this.left = unknowns.counts.slice();
    this.fixed = unknowns.known.slice();
  }

  look(onlooker: Onlooker): void {
    if (onlooker === this.onlooker) return;
    for (const { unknown } of this.#onlookers.unknownsOf[this.onlooker] ?? []) {
      this.left[unknown] = this.#unknowns.counts[unknown] ?? 0;
      this.fixed[unknown] = this.#unknowns.known[unknown] ?? 0;
    }
    this.onlooker = onlooker;
    for (const { unknown, share } of this.#onlookers.unknownsOf[onlooker] ?? []) {
      this.left[unknown] = (this.left[unknown] ?? 0) - share.own;
      if (share.all) this.fixed[unknown] = 1;
    }
  }
}
