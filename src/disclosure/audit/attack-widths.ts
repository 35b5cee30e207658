import type { Highs } from "highs";
import { leastWidth } from "../linked/linked-cells.ts";
import { CheapestMoves } from "./cheapest-moves.ts";
import type { Component } from "./component.ts";
import { findMove, mostTables } from "./find-move.ts";
import { type Columns, columnsOf, type Move, movesWithin, shortened } from "./move.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";
import { settledColumns } from "./settled-columns.ts";
import type { Limits } from "./sight.ts";
import { type Optimum, WidthPrograms } from "./width-programs.ts";
import { Widths } from "./widths.ts";

/** A target that can be known too well: its steps lie between these. */
export type Narrow = { readonly column: number; readonly down: number; readonly up: number };

export type WidthFindings = {
  /** Targets that the equations alone settle. */
  readonly settled: readonly number[];
  readonly narrow: readonly Narrow[];
  /** The least width that was proved of a target that is wide enough; `undefined` without one. */
  readonly leastWidth: number | undefined;
  /** Targets proved wide by a move alone, and by the solver. */
  readonly byMove: number;
  readonly bySolver: number;
};

/** What the solver's answer may err by before it is believed. */
const margin = 1e-4;

/** What moves more columns than this is stopped by the next attacker. */
const longestKept = 200;

/** Columns of the programs that are tried before the whole component. */
const nearest = 400;

/** In larger components a search in whole steps would not end: there fractions decide, as for most auditors. */
const mostForWhole = nearest;

/**
 * Second attack, on one component: can each target be as low and as high as it must? A width counts when
 * whole tables prove it, wherever they come from. Moves found for one attacker are tried on the next. The
 * solver searches; by itself it proves that a target is narrow, and, in a large component where no whole
 * table is found, that it is wide in fractions: both with a margin on the side of hiding.
 */
export class WidthAttack {
  readonly #component: Component;
  readonly #turned: Columns;
  readonly #highs: Highs;
  readonly #movesOf: Move[][];
  #programs: WidthPrograms | undefined;
  #cheapest: CheapestMoves | undefined;
  #solved = 0;
  /** Short enough to be of use to others. */
  readonly learned: Move[] = [];

  constructor(highs: Highs, component: Component, known: readonly Move[]) {
    this.#highs = highs;
    this.#component = component;
    this.#turned = columnsOf(component);
    this.#movesOf = Array.from(component.down, () => []);
    for (const move of known) this.#remember(move);
  }

  get programs(): number {
    return this.#solved + (this.#programs?.solved ?? 0) + (this.#cheapest?.solved ?? 0);
  }

  /** A move found before that this attacker cannot stop: proof that no equation settles the target. */
  isUnsettled({ down, up }: Limits, target: number): boolean {
    const mayMove = (column: number) => (down[column] ?? 0) < 0 || (up[column] ?? 0) > 0;
    return (this.#movesOf[target] ?? []).some((move) => move.every(([column]) => mayMove(column)));
  }

  attack(limits: Limits, targets: readonly number[]): WidthFindings {
    const widths = new Widths(limits);
    const isOpen = (column: number) => widths.of(column) < leastWidth;
    for (const column of targets) {
      for (const move of this.#movesOf[column] ?? []) {
        if (!isOpen(column)) break;
        widths.take(move);
      }
    }
    for (const column of targets) {
      if (isOpen(column)) this.#searchMoves(limits, widths, column, mostTables);
    }
    const open = targets.filter(isOpen);
    for (const column of open) if (isOpen(column)) this.#moveNear(limits, widths, column);
    const still = open.filter((column) => widths.of(column) === 0);
    const settled = settledColumns(this.#component, limits, still);
    const narrow = open.flatMap((column) => {
      if (!isOpen(column) || settled.includes(column)) return [];
      const found = this.#settle(limits, widths, column);
      if (!found) return [];
      // What the solver did not find a table may have proved.
      const [down, up] = widths.stepsOf(column);
      return [{ column, down: Math.min(found.down, down), up: Math.max(found.up, up) }];
    });
    const wide = targets.filter((column) => !isOpen(column));
    return {
      settled,
      narrow,
      leastWidth: wide.length === 0 ? undefined : Math.min(...wide.map((each) => widths.of(each))),
      byMove: targets.length - open.length,
      bySolver: open.length - settled.length - narrow.length,
    };
  }

  close(): void {
    this.#programs?.close();
    this.#cheapest?.close();
  }

  #searchMoves(limits: Limits, widths: Widths, column: number, tries: number): void {
    for (const sign of [1, -1] as const) {
      if (widths.of(column) < leastWidth) this.#climb(limits, widths, column, sign, tries);
    }
  }

  /** Move upon move, each from where the last one ended: together they are one. */
  #climb(limits: Limits, widths: Widths, column: number, sign: 1 | -1, tries: number): void {
    const from = new Map<number, number>();
    const find = (step: number) =>
      findMove(this.#component, this.#turned, { ...limits, from }, column, step * sign, tries);
    const [down, up] = widths.stepsOf(column);
    const goal = leastWidth - (sign > 0 ? -down : up);
    for (let missing = goal; missing > 0; missing = goal - Math.abs(from.get(column) ?? 0)) {
      const next = find(missing) ?? (missing > 1 ? find(1) : undefined);
      if (!next) break;
      for (const [each, step] of next) from.set(each, (from.get(each) ?? 0) + step);
    }
    const move = [...from].filter(([, step]) => step !== 0);
    if (move.length > 0) this.#keep(move, widths);
  }

  #keep(found: Move, widths: Widths): void {
    const move = shortened(found);
    widths.take(move);
    if (move.length > longestKept) return;
    this.learned.push(move);
    this.#remember(move);
  }

  #remember(move: Move): void {
    for (const [column] of move) this.#movesOf[column]?.push(move);
  }

  /** All columns but the nearest stand still: what is found there holds in the whole. */
  #moveNear(limits: Limits, widths: Widths, column: number): void {
    const near = neighbourhoodOf(this.#component, this.#turned, limits, column, nearest);
    const moves = new CheapestMoves(this.#highs, near.part);
    this.#takeCheapest(moves, 0, (steps) => {
      this.#learn(near.spread(steps), widths);
      return widths.of(column) >= leastWidth;
    });
    moves.close();
    this.#solved += moves.solved;
  }

  #takeCheapest(
    moves: CheapestMoves,
    column: number,
    isEnough: (steps: Float64Array) => boolean,
  ): void {
    for (const step of [leastWidth, -leastWidth]) {
      const steps = moves.find(column, step);
      if (steps && isEnough(steps)) return;
    }
  }

  /** In the whole component: only there is a target proved narrow. */
  #settle(limits: Limits, widths: Widths, column: number): Narrow | undefined {
    const isWide = () => widths.of(column) >= leastWidth;
    const all = this.#component.down.length;
    if (all > nearest) {
      this.#cheapest ??= new CheapestMoves(this.#highs, this.#component);
      this.#cheapest.limit(limits);
      this.#takeCheapest(this.#cheapest, column, (steps) => {
        this.#learn(steps, widths);
        return isWide();
      });
    }
    if (isWide()) return undefined;
    this.#programs ??= new WidthPrograms(this.#highs, this.#component);
    const programs = this.#programs;
    const found = widest(programs, { ...limits, target: column }, false);
    for (const { steps } of found.optima) this.#learn(steps, widths);
    if (isWide()) return undefined;
    if (found.width < leastWidth - margin) return { column, ...found.limits };
    if (all > mostForWhole) {
      // What moved in fractions may move in whole steps as well.
      const isMoved = (each: number) =>
        found.optima.some(({ steps }) => Math.abs(steps[each] ?? 0) > margin);
      const still = (steps: Float64Array) => steps.map((step, at) => (isMoved(at) ? step : 0));
      const moved = { down: still(limits.down), up: still(limits.up) };
      this.#within(moved, widths, column);
      return isWide() || found.width >= leastWidth + margin
        ? undefined
        : { column, ...found.limits };
    }
    const whole = widest(programs, { ...limits, target: column }, true);
    for (const { steps } of whole.optima) this.#learn(steps, widths);
    return isWide() ? undefined : { column, ...whole.limits };
  }

  /** In whole steps, while all columns but the nearest stand still. */
  #within(limits: Limits, widths: Widths, column: number): void {
    const near = neighbourhoodOf(this.#component, this.#turned, limits, column, mostForWhole);
    const programs = new WidthPrograms(this.#highs, near.part);
    const { optima } = widest(programs, { ...near.part, target: 0 }, true);
    for (const { steps } of optima) this.#learn(near.spread(steps), widths);
    programs.close();
    this.#solved += programs.solved;
  }

  #learn(steps: Float64Array, widths: Widths): void {
    for (const move of movesWithin(this.#component, this.#turned, steps)) this.#keep(move, widths);
  }
}

type Widest = {
  readonly optima: readonly Optimum[];
  readonly width: number;
  readonly limits: { readonly down: number; readonly up: number };
};

/** The lowest and the highest of one target; what the solver does not finish is as good as nought. */
function widest(
  programs: WidthPrograms,
  { down, up, target }: Limits & { readonly target: number },
  isWhole: boolean,
): Widest {
  // Hardly further than it needs: what goes to the ends of the table comes back in fractions.
  const limits = { down: down.slice(), up: up.slice() };
  limits.down[target] = Math.max(down[target] ?? 0, -leastWidth - 1);
  limits.up[target] = Math.min(up[target] ?? 0, leastWidth + 1);
  programs.limit(limits);
  const high = programs.optimum([target], 1, isWhole);
  const low = programs.optimum([target], -1, isWhole);
  const [least, most] = [low?.value ?? 0, high?.value ?? 0];
  return {
    optima: [high, low].filter((each) => each !== undefined),
    width: most - least,
    limits: { down: Math.ceil(least - margin), up: Math.floor(most + margin) },
  };
}
