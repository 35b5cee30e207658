import { leastWidth } from "../linked/linked-cells.ts";
import type { Hiding } from "./hiding.ts";
import type { Steps } from "./move.ts";
import { NullTableau } from "./null-tableau.ts";
import type { Unknowns } from "./unknowns.ts";
import type { View } from "./view.ts";

/** Fractions of a case that are tried when a table that fits is not whole. */
const units = [1, 2, 3, 4, 5, 6, 8, 10, 12, 60, 840];

type Around = { readonly unknowns: Unknowns; readonly view: View; readonly hiding: Hiding };

/**
 * Two tables around the counts that pull the guarded unknown apart, by linear programming over a few
 * unknowns at a time, each group going on from where the one before left off: first with what is hidden,
 * then with what costs least. Floating point only proposes: whoever asks has the answer proved.
 *
 * @param groups the unknowns that may move, the guarded one first.
 */
export function moveByProgram(
  guarded: number,
  groups: Iterable<readonly number[]>,
  around: Around,
): Steps | undefined {
  const up = new Map<number, number>();
  const down = new Map<number, number>();
  for (const near of groups) {
    pull(near, up, down, around);
    if ((up.get(guarded) ?? 0) - (down.get(guarded) ?? 0) > leastWidth - 1e-6)
      return wholeMove(up, down);
  }
  return undefined;
}

/** As far apart as one group lets, or as is needed. */
function pull(
  near: readonly number[],
  up: Map<number, number>,
  down: Map<number, number>,
  { unknowns, view, hiding }: Around,
): void {
  const isFree = (unknown: number) =>
    hiding.hidden[unknown] === 1 || up.has(unknown) || down.has(unknown);
  const tableau = new NullTableau(
    unknowns,
    near,
    (unknown) => view.left[unknown] ?? 0,
    (unknown) => (isFree(unknown) ? 0 : (unknowns.worth[unknown] ?? 0)),
  );
  const paid = Uint8Array.from(near, (unknown) => Number(isFree(unknown)));
  const upwards = Float64Array.from(near, (unknown) => up.get(unknown) ?? 0);
  const downwards = Float64Array.from(near, (unknown) => down.get(unknown) ?? 0);
  for (const pay of [false, true]) {
    tableau.push(downwards, -1, leastWidth - (upwards[0] ?? 0), paid, false);
    tableau.push(upwards, 1, leastWidth + (downwards[0] ?? 0), paid, pay);
    if (pay) tableau.push(downwards, -1, leastWidth - (upwards[0] ?? 0), paid, true);
  }
  for (const [changes, step] of [[upwards, up] as const, [downwards, down] as const])
    for (const [place, unknown] of near.entries()) {
      const change = changes[place] ?? 0;
      if (Math.abs(change) > 1e-7) step.set(unknown, change);
      else step.delete(unknown);
    }
}

function wholeMove(
  up: ReadonlyMap<number, number>,
  down: ReadonlyMap<number, number>,
): Steps | undefined {
  const all = [...up.values(), ...down.values()];
  const unit = units.find((each) =>
    all.every((change) => Math.abs(change * each - Math.round(change * each)) < 1e-5),
  );
  if (unit === undefined) return undefined;
  const unknowns = Int32Array.from(new Set([...up.keys(), ...down.keys()]));
  const stepOf = (changes: ReadonlyMap<number, number>, times: number) =>
    Float64Array.from(unknowns, (unknown) => Math.round((changes.get(unknown) ?? 0) * times));
  // Of `down` it is told what is taken away.
  return { unknowns, up: stepOf(up, unit), down: stepOf(down, -unit), unit };
}

/**
 * So many of the unknowns that may move, the guarded one first, then step by step outwards over the
 * equations.
 *
 * @param may which are taken.
 */
export function nearest(
  guarded: number,
  size: number,
  { equations, within }: Unknowns,
  fixed: Uint8Array,
  may: (unknown: number) => boolean = () => true,
): number[] {
  const found = new Set([guarded]);
  for (const unknown of found) {
    for (let at = within.start[unknown] ?? 0; at < (within.start[unknown + 1] ?? 0); at++) {
      const row = within.items[at] ?? 0;
      for (let to = equations.start[row] ?? 0; to < (equations.start[row + 1] ?? 0); to++) {
        const other = equations.items[to] ?? 0;
        if (fixed[other] === 0 && found.size < size && may(other)) found.add(other);
      }
    }
  }
  return [...found];
}
