import type { RawTable } from "#tabulation";
import type { SafeCounts } from "../safe-table.ts";
import { isSafe } from "./threshold.ts";

/**
 * Groups of cases of which so few are still open that started less closed would tell them: nothing about
 * their closed cases is told. `undefined` is all cases, whose closed cases every group is part of.
 */
export function groupsNearlyClosed(tables: readonly RawTable[]): ReadonlySet<string | undefined> {
  const open = new Map<string | undefined, number>();
  for (const raw of tables) {
    const counts = raw.counts();
    if (counts.kind !== "cases") continue;
    const { subgroup, population } = raw.specification;
    const sign = population === "closed" ? -1 : 1;
    open.set(subgroup, (open.get(subgroup) ?? 0) + sign * counts.cases);
  }
  const all = open.get(undefined) ?? 0;
  // Also what is left of all cases without the group.
  return new Set(
    [...open]
      .filter(([group, left]) => {
        const others = group === undefined ? 0 : all - left;
        return !isSafe(Math.abs(left)) || !isSafe(Math.abs(others));
      })
      .map(([group]) => group),
  );
}

const nothing = { eligible: null, asked: null, answered: null, valid: null };

/** The same table with every number hidden. */
export function hiddenCounts(counts: SafeCounts): SafeCounts {
  switch (counts.kind) {
    case "cases":
      return { ...counts, cases: null };
    case "frequencies": {
      const rows = counts.rows.map((row) => ({ ...row, count: null, interval: null }));
      return { ...counts, base: nothing, rows };
    }
    case "share":
      return { ...counts, base: nothing, numerator: null, denominator: null, interval: null };
    case "mean-distinct":
      return { ...counts, base: nothing, total: null, denominator: null };
  }
}
