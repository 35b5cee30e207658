import { componentsOf } from "./components.ts";
import { NullSpace } from "./null-space.ts";
import { type Onlookers, shareOf } from "./onlookers.ts";
import type { Unknowns } from "./unknowns.ts";

/**
 * The net: what is hidden as unknowns of the relations, solved modulo a prime, for the outsider and for
 * each participant with its own region's numbers known. It knows nothing of moves.
 *
 * @throws when a guarded unknown is settled: the moves were wrong.
 */
export function checkNothingSettled(
  unknowns: Unknowns,
  onlookers: Onlookers,
  hidden: Uint8Array,
): void {
  const { fromAll, fromSome, sharesOf } = onlookers;
  for (const component of componentsOf(unknowns, hidden)) {
    const guarded = component.filter((at) => fromAll[at] === 1 || fromSome.has(at));
    if (guarded.length === 0) continue;
    // A participant that knows nothing in here can solve what the outsider can.
    check(unknowns, component, guarded);
    const knowing = new Set<number>();
    for (const unknown of component)
      for (const { participant, all } of sharesOf[unknown] ?? []) if (all) knowing.add(participant);
    for (const participant of knowing) {
      const open = component.filter((at) => !shareOf(onlookers, participant, at)?.all);
      const fromIt = guarded.filter((at) =>
        shareOf(onlookers, participant, at) === undefined
          ? fromAll[at] === 1
          : fromSome.get(at)?.includes(participant),
      );
      check(unknowns, open, fromIt);
    }
  }
}

function check(unknowns: Unknowns, open: readonly number[], guarded: readonly number[]): void {
  const space = new NullSpace(unknowns, open);
  if (guarded.some((unknown) => space.isSettled(unknown)))
    throw new Error("A guarded number is settled by what is told.");
}
