import type { Hiding } from "./hiding.ts";
import type { Keeper } from "./keep-safe.ts";
import type { Unknowns } from "./unknowns.ts";

/** Of an unknown that the moves of more than these rest on, others will hardly do without it. */
const mostToMove = 100;
/** A second time there is something more to gain, a third hardly. */
const rounds = 2;
const trifle = 1e-9;

/**
 * Tells again what is hidden besides the guarded, where all whose moves rest on it can do with others
 * that hide less, by worth: first what a region tells of a table together, then one by one, by falling
 * worth, of equals by place.
 *
 * @param keyOf by unknown: its region and table.
 */
export function tellAgain(
  unknowns: Unknowns,
  hiding: Hiding,
  keeper: Keeper,
  keyOf: (unknown: number) => string,
): void {
  const { worth } = unknowns;
  const around = { hiding, keeper };
  const besides = () =>
    [...worth.keys()]
      .filter((unknown) => hiding.isBesides(unknown))
      .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  for (let round = 0; round < rounds; round++) {
    const together = Map.groupBy(besides(), keyOf);
    for (const group of together.values()) {
      const still = group.filter((unknown) => hiding.isBesides(unknown));
      if (still.length > 1) spare(still, around);
    }
    for (const unknown of besides()) if (hiding.isBesides(unknown)) spare([unknown], around);
  }
}

function spare(
  spared: readonly number[],
  { hiding, keeper }: { readonly hiding: Hiding; readonly keeper: Keeper },
): void {
  const resting = [...new Set(spared.flatMap((unknown) => hiding.restingOn(unknown)))];
  if (resting.length > mostToMove) return;
  const without = new Set(spared);
  const before = resting.map((guarded) => hiding.movesOf(guarded));
  const { cost } = hiding;
  const isCheaper = () => hiding.cost < cost - trifle;
  for (const unknown of spared) hiding.barred[unknown] = 1;
  resting.forEach((guarded, at) => {
    const stay = before[at]?.filter(({ unknowns }) => !unknowns.some((each) => without.has(each)));
    hiding.keep(guarded, stay ?? []);
  });
  const isDone = resting.every((guarded) => isCheaper() && keeper.keep(guarded, "shifts"));
  if (!isDone || !isCheaper())
    resting.forEach((guarded, at) => {
      hiding.keep(guarded, before[at] ?? []);
    });
  for (const unknown of spared) hiding.barred[unknown] = 0;
}
