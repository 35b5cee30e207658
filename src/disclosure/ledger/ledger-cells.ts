import type { LinkedSet } from "../linked/linked-cells.ts";
import { isOfEarlier } from "./difference-cells.ts";
import type { LedgerCell } from "./ledger.ts";

/**
 * What the ledger keeps of a linked set: every number that a table tells or hides. Differences are told
 * by none, and what was published before stands in the ledger already.
 * @param told of a cell's place in the set: its count, or `null` where it is hidden.
 */
export function ledgerCells(
  { cells }: LinkedSet,
  told: (place: number) => number | null,
): readonly LedgerCell[] {
  return cells.flatMap((cell, place): readonly LedgerCell[] => {
    if (cell.role === "never" || isOfEarlier(cell)) return [];
    const { id, region, table, population, among, subject, guard } = cell;
    return [{ id, region, table, population, among, subject, guard, count: told(place) }];
  });
}
