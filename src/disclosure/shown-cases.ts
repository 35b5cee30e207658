import type { SafeTable, Shown } from "./safe-table.ts";

/** How many cases the table of this id tells of, such as «cases started»; hidden also where there is none. */
export function shownCases(tables: readonly SafeTable[], id: string): Shown {
  const counts = tables.find(({ specification }) => specification.id === id)?.counts;
  return counts?.kind === "cases" ? counts.cases : null;
}
