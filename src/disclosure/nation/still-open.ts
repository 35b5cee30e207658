import { type Amount, difference, isSafe, sum } from "./amount.ts";
import type { OneWayTable } from "./one-way-table.ts";

/**
 * Groups of cases of which so few are still open that started less closed would tell them: nothing about
 * their closed cases is told. `undefined` is all cases, whose closed cases every group is part of.
 */
export function groupsNearlyClosed(
  tables: readonly OneWayTable[],
): ReadonlySet<string | undefined> {
  const open = new Map<string | undefined, Amount>();
  for (const { amounts, population, specification } of tables) {
    if (amounts.kind !== "cases") continue;
    const { subgroup } = specification;
    const before = open.get(subgroup) ?? new Int32Array(amounts.cases.length);
    const left = population === "closed" ? difference : sum;
    open.set(subgroup, left(before, amounts.cases));
  }
  const all = open.get(undefined);
  // Also what is left of all cases without the group.
  const isTold = (group: string | undefined, left: Amount) =>
    isSafeEitherWay(left) &&
    (group === undefined || all === undefined || isSafeEitherWay(difference(all, left)));
  return new Set([...open].filter(([group, left]) => !isTold(group, left)).map(([group]) => group));
}

/** More may have been closed than were started. */
function isSafeEitherWay(amount: Amount): boolean {
  return isSafe(amount.map(Math.abs));
}
