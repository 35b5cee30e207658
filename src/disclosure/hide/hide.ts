import { done, type Outcome, problem, refused } from "#kernel";
import type { CountedSet } from "../linked/linked-cells.ts";
import { checkMoves } from "./check-moves.ts";
import { checkNothingSettled } from "./check-nothing-settled.ts";
import { guardedInOrder } from "./guarded-in-order.ts";
import { type HideReport, hideReport } from "./hide-report.ts";
import { Hiding } from "./hiding.ts";
import { Keeper } from "./keep-safe.ts";
import { groundOf } from "./move.ts";
import { onlookersOf } from "./onlookers.ts";
import { tellAgain } from "./tell-again.ts";
import { type Unknowns, unknownsOf } from "./unknowns.ts";

export type HideOptions = {
  /** Of how many guarded numbers, how many are safe so far. */
  readonly progress?: (safe: number, of: number) => void;
};

export type Hidden = {
  /** By cell, 1: not told. */
  readonly hidden: Uint8Array;
  /** For who compiles, never for readers. */
  readonly report: HideReport;
};

/**
 * Which cells below the nation are not told. After it, no guarded cell is settled by what is told, and
 * each has an interval at least `leastWidth` wide: for the outsider, and for each participant with its
 * own share taken away. Told as much as that allows, by worth, as far as it is found.
 *
 * Everything guarded from anybody is hidden; then each, in the order of `guardedInOrder`, hides what its
 * cheapest moves need; then what others can do without is told again.
 *
 * @returns `protect-impossible` with the tables that cannot be protected even when nothing is told that
 * may be hidden.
 * @throws when the counts contradict the relations, or a hidden cell turns out to be settled: a fault here.
 */
export function hide(counted: CountedSet, { progress }: HideOptions = {}): Outcome<Hidden> {
  const { set } = counted;
  const unknowns = unknownsOf(counted);
  const onlookers = onlookersOf(counted, unknowns);
  const guarded = guardedInOrder(counted, unknowns, onlookers);
  const impossible = guarded.filter((unknown) => unknowns.known[unknown] === 1);
  const open = guarded.filter((unknown) => unknowns.known[unknown] === 0);
  const hiding = new Hiding(unknowns, open);
  const keeper = new Keeper(set, unknowns, onlookers, hiding);
  open.forEach((unknown, safe) => {
    if (!keeper.keep(unknown, "all")) impossible.push(unknown);
    progress?.(safe + 1, open.length);
  });
  if (impossible.length > 0) return refused(...impossibleTables(impossible, counted, unknowns));
  tellAgain(unknowns, hiding, keeper, (unknown) => {
    const cell = set.cells[unknowns.cells[unknown]?.[0] ?? 0];
    return `${cell?.region} ${cell?.table}`;
  });
  checkMoves(open, hiding, groundOf(unknowns, onlookers));
  checkNothingSettled(unknowns, onlookers, hiding.hidden);
  const hidden = Uint8Array.from(set.cells, ({ role }, cell) => {
    const told = role === "told" || hiding.hidden[unknowns.of[cell] ?? 0] === 0;
    return role === "never" || !told ? 1 : 0;
  });
  return done({ hidden, report: hideReport(counted, hidden, { unknowns, onlookers, hiding }) });
}

function impossibleTables(impossible: readonly number[], { set }: CountedSet, unknowns: Unknowns) {
  const tables = impossible.flatMap((unknown) =>
    (unknowns.cells[unknown] ?? []).map((cell) => set.cells[cell]?.table ?? ""),
  );
  return [...new Set(tables)]
    .sort()
    .map((table) => problem("protect-impossible", table, { table }));
}
