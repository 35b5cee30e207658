import type { Move } from "./move.ts";
import type { Unknowns } from "./unknowns.ts";

/**
 * Which unknowns are hidden as things stand: the guarded, those that no table tells, and besides them
 * what a kept move moves, for as long as it is kept.
 */
export class Hiding {
  readonly #unknowns: Unknowns;
  /** By unknown, how many kept moves move it. */
  readonly #uses: Int32Array;
  readonly #pinned: Uint8Array;
  readonly #moves = new Map<number, readonly Move[]>();
  /** By unknown, the guarded whose moves move it, or once did. */
  readonly #resting = new Map<number, Set<number>>();
  /** 1: not told. */
  readonly hidden: Uint8Array;
  /** 1: not to be hidden while something else is tried. */
  readonly barred: Uint8Array;
  /** The worth of all that is hidden besides the guarded. */
  cost = 0;

  /** @param guarded those that can be hidden. */
  constructor(unknowns: Unknowns, guarded: readonly number[]) {
    this.#unknowns = unknowns;
    this.#uses = new Int32Array(unknowns.size);
    this.barred = new Uint8Array(unknowns.size);
    this.#pinned = Uint8Array.from(unknowns.worth, (worth, at) =>
      Number(worth === 0 && unknowns.known[at] === 0),
    );
    for (const unknown of guarded) this.#pinned[unknown] = 1;
    this.hidden = this.#pinned.slice();
  }

  movesOf(guarded: number): readonly Move[] {
    return this.#moves.get(guarded) ?? [];
  }

  /** Instead of those kept for it so far. */
  keep(guarded: number, moves: readonly Move[]): void {
    for (const { unknowns } of moves) for (const unknown of unknowns) this.#use(unknown, guarded);
    for (const { unknowns } of this.movesOf(guarded))
      for (const unknown of unknowns) this.#release(unknown);
    this.#moves.set(guarded, moves);
  }

  /** The guarded whose moves move it. */
  restingOn(unknown: number): readonly number[] {
    return [...(this.#resting.get(unknown) ?? [])].filter((guarded) =>
      this.movesOf(guarded).some(({ unknowns }) => unknowns.includes(unknown)),
    );
  }

  /** Hidden for the sake of others. */
  isBesides(unknown: number): boolean {
    return this.hidden[unknown] === 1 && this.#pinned[unknown] === 0;
  }

  #use(unknown: number, guarded: number): void {
    const uses = this.#uses[unknown] ?? 0;
    this.#uses[unknown] = uses + 1;
    if (this.#pinned[unknown] === 1) return;
    const resting = this.#resting.get(unknown);
    if (resting) resting.add(guarded);
    else this.#resting.set(unknown, new Set([guarded]));
    if (uses > 0) return;
    this.hidden[unknown] = 1;
    this.cost += this.#unknowns.worth[unknown] ?? 0;
  }

  #release(unknown: number): void {
    const uses = (this.#uses[unknown] ?? 0) - 1;
    this.#uses[unknown] = uses;
    if (uses > 0 || this.#pinned[unknown] === 1) return;
    this.hidden[unknown] = 0;
    this.cost -= this.#unknowns.worth[unknown] ?? 0;
    this.#resting.delete(unknown);
  }
}
