import type { LinkedSet } from "../linked/linked-cells.ts";
import type { Hiding } from "./hiding.ts";
import { type Ground, groundOf, type Move, moveOf, proves, type Steps } from "./move.ts";
import { moveByProgram, nearest } from "./move-by-program.ts";
import { Names } from "./names.ts";
import { type Onlooker, type Onlookers, outsider, shareOf } from "./onlookers.ts";
import { RegionGroups } from "./region-groups.ts";
import { Shifts } from "./shifts.ts";
import type { Unknowns } from "./unknowns.ts";
import { View } from "./view.ts";

/** How many unknowns around a guarded one a linear program is given, one try after the other. */
const programs = [400, 4000];
/** And of few regions. */
const mostAmong = 1000;
/** Of what a program would hide, how many it tries to do without. */
const mostSpared = 3;

/** How far a move is looked for: among shifts, and where these do not do by linear programs too. */
type Effort = "shifts" | "all";

/** Finds, for guarded unknowns, the moves that keep them uncertain for everybody. */
export class Keeper {
  readonly #unknowns: Unknowns;
  readonly #onlookers: Onlookers;
  readonly #hiding: Hiding;
  readonly #view: View;
  readonly #ground: Ground;
  readonly #groups: RegionGroups;
  readonly #shifts: Shifts;

  constructor(set: LinkedSet, unknowns: Unknowns, onlookers: Onlookers, hiding: Hiding) {
    this.#unknowns = unknowns;
    this.#onlookers = onlookers;
    this.#hiding = hiding;
    this.#view = new View(unknowns, onlookers);
    this.#ground = groundOf(unknowns, onlookers);
    this.#groups = new RegionGroups(set, unknowns);
    this.#shifts = new Shifts(set, unknowns, new Names(set, unknowns), this.#view, hiding);
  }

  /**
   * Adds to what is kept for a guarded unknown until each onlooker that it is guarded from has a move.
   *
   * @returns whether everybody has one.
   */
  keep(guarded: number, effort: Effort): boolean {
    for (;;) {
      const moves = this.#hiding.movesOf(guarded);
      const onlooker = this.unprotectedFrom(guarded, moves);
      if (onlooker === undefined) return true;
      const move = this.#moveFor(guarded, onlooker, effort);
      if (move === undefined) return false;
      this.#hiding.keep(guarded, [...moves, move]);
    }
  }

  /** The first onlooker that a guarded unknown is guarded from, and none of the moves protects from. */
  unprotectedFrom(guarded: number, moves: readonly Move[]): Onlooker | undefined {
    const { fromAll, fromSome } = this.#onlookers;
    const [first, ...others] = moves;
    if (first === undefined) return fromAll[guarded] === 1 ? outsider : fromSome.get(guarded)?.[0];
    // Who holds nothing of what moves sees what the outsider sees.
    return first.exposedTo.find(
      (participant) =>
        isGuardedFrom(this.#onlookers, guarded, participant) &&
        others.every(({ exposedTo }) => exposedTo.includes(participant)),
    );
  }

  #moveFor(guarded: number, onlooker: Onlooker, effort: Effort): Move | undefined {
    this.#view.look(onlooker);
    const steps = this.#shifts.move(guarded);
    if (steps === undefined)
      return effort === "all" ? this.#byProgram(guarded, onlooker) : undefined;
    if (!proves(steps, guarded, onlooker, this.#ground))
      throw new Error("A move was found that is none.");
    return moveOf(steps, "shifts", this.#ground);
  }

  #byProgram(guarded: number, onlooker: Onlooker): Move | undefined {
    const around = { unknowns: this.#unknowns, view: this.#view, hiding: this.#hiding };
    const steps = moveByProgram(guarded, this.#near(guarded), around);
    if (steps === undefined || !proves(steps, guarded, onlooker, this.#ground)) return undefined;
    return moveOf(this.#cheaper(steps, guarded, onlooker), "program", this.#ground);
  }

  /** A program hides more than it must: what costs most is left out again, where it goes without. */
  #cheaper(steps: Steps, guarded: number, onlooker: Onlooker): Steps {
    const { worth } = this.#unknowns;
    let found = steps;
    const told = [...steps.unknowns]
      .filter((unknown) => this.#hiding.hidden[unknown] === 0)
      .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
    for (const spared of told.slice(0, mostSpared)) {
      const moved = new Set(found.unknowns);
      if (!moved.has(spared)) continue;
      const may = (unknown: number) =>
        unknown !== spared && (this.#hiding.hidden[unknown] === 1 || moved.has(unknown));
      const near = nearest(guarded, mostAmong, this.#unknowns, this.#view.fixed, may);
      const other = moveByProgram(guarded, [near], {
        unknowns: this.#unknowns,
        view: this.#view,
        hiding: this.#hiding,
      });
      if (other !== undefined && proves(other, guarded, onlooker, this.#ground)) found = other;
    }
    return found;
  }

  /** What a program is given, one group after the other: pairs of regions, then all around. */
  *#near(guarded: number): Generator<readonly number[]> {
    const { left, fixed } = this.#view;
    const { region } = this.#unknowns;
    for (const among of this.#groups.around(guarded, left, fixed))
      yield nearest(
        guarded,
        mostAmong,
        this.#unknowns,
        fixed,
        (at) => among[region[at] ?? 0] === 1,
      );
    for (const size of programs) {
      const near = nearest(guarded, size, this.#unknowns, fixed);
      yield near;
      if (near.length < size) return;
    }
  }
}

function isGuardedFrom(onlookers: Onlookers, guarded: number, participant: number): boolean {
  if (shareOf(onlookers, participant, guarded) === undefined)
    return onlookers.fromAll[guarded] === 1;
  return onlookers.fromSome.get(guarded)?.includes(participant) === true;
}
