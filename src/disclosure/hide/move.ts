import { leastWidth } from "../linked/linked-cells.ts";
import { type Onlooker, type Onlookers, shareOf } from "./onlookers.ts";
import type { Unknowns } from "./unknowns.ts";

/**
 * Two other tables that fit what is told: the counts plus `up`, and the counts less `down`, place by place
 * of the unknowns that move, both divided by `unit`, which is 1 unless no whole cases were found. Between
 * them the guarded unknown is uncertain.
 */
export type Steps = {
  readonly unknowns: Int32Array;
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly unit: number;
};

/** Steps that were proved for one guarded unknown. */
export type Move = Steps & {
  /** Shifts between regions, or a linear program. */
  readonly by: "shifts" | "program";
  /** Of the participants with a share of what moves, those whom it hides nothing from; in order. */
  readonly exposedTo: readonly number[];
};

/** What a move is held against. */
export type Ground = {
  readonly unknowns: Unknowns;
  readonly onlookers: Onlookers;
  /** By equation, all nought: room to add up in. */
  readonly imbalance: Float64Array;
};

export function groundOf(unknowns: Unknowns, onlookers: Onlookers): Ground {
  const imbalance = new Float64Array(unknowns.equations.start.length - 1);
  return { unknowns, onlookers, imbalance };
}

/** By how much a guarded unknown is uncertain. */
export function widthOf({ unknowns, up, down, unit }: Steps, guarded: number): number {
  const at = unknowns.indexOf(guarded);
  return at < 0 ? 0 : ((up[at] ?? 0) + (down[at] ?? 0)) / unit;
}

/**
 * Exact, in whole numbers, and without memory of how the steps were found: that every equation stands,
 * that all that moves is unknown to the onlooker and nothing of it becomes negative, and that the guarded
 * unknown is uncertain by enough. What moves must be hidden besides.
 */
export function proves(steps: Steps, guarded: number, onlooker: Onlooker, ground: Ground): boolean {
  return isWide(steps, guarded, ground) && isUnseen(steps, onlooker, ground);
}

/** Every equation stands, and the guarded unknown is uncertain by enough: whoever looks. */
export function isWide(steps: Steps, guarded: number, ground: Ground): boolean {
  if (!(widthOf(steps, guarded) >= leastWidth)) return false;
  return isBalanced(steps.up, steps, ground) && isBalanced(steps.down, steps, ground);
}

/** Nothing that moves is known to the onlooker, or would be less than nothing. */
export function isUnseen(
  steps: Steps,
  onlooker: Onlooker,
  { unknowns, onlookers }: Ground,
): boolean {
  const { up, down, unit } = steps;
  return steps.unknowns.every((unknown, at) => {
    if (unknowns.known[unknown] === 1) return false;
    const share = shareOf(onlookers, onlooker, unknown);
    if (share?.all === true) return false;
    const left = ((unknowns.counts[unknown] ?? 0) - (share?.own ?? 0)) * unit;
    return left + (up[at] ?? 0) >= 0 && left - (down[at] ?? 0) >= 0;
  });
}

/** Steps that were proved for somebody, and whom with a share of them they do not protect from. */
export function moveOf(steps: Steps, by: Move["by"], ground: Ground): Move {
  const holders = new Set<number>();
  for (const unknown of steps.unknowns)
    for (const { participant } of ground.onlookers.sharesOf[unknown] ?? [])
      holders.add(participant);
  const exposedTo = [...holders]
    .filter((participant) => !isUnseen(steps, participant, ground))
    .sort((a, b) => a - b);
  return { ...steps, by, exposedTo };
}

function isBalanced(changes: Float64Array, steps: Steps, { unknowns, imbalance }: Ground): boolean {
  const { start, items, weights } = unknowns.within;
  let isBalanced = changes.every((change) => Number.isSafeInteger(change));
  for (const [place, unknown] of steps.unknowns.entries())
    for (let at = start[unknown] ?? 0; at < (start[unknown + 1] ?? 0); at++) {
      const row = items[at] ?? 0;
      imbalance[row] = (imbalance[row] ?? 0) + (weights[at] ?? 0) * (changes[place] ?? 0);
    }
  for (const unknown of steps.unknowns)
    for (let at = start[unknown] ?? 0; at < (start[unknown + 1] ?? 0); at++) {
      const row = items[at] ?? 0;
      if (imbalance[row] !== 0) isBalanced = false;
      imbalance[row] = 0;
    }
  return isBalanced;
}
