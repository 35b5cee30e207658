import { hiddenCounts } from "./nation/safe-counts.ts";
import { type SafeCounts, SafeTable } from "./safe-table.ts";

/** The same table, telling nothing; itself where it tells nothing already. */
export function withdrawn(table: SafeTable): SafeTable {
  const { scope, specification, by, counts } = table;
  return isTelling(table) ? new SafeTable(scope, specification, by, hiddenCounts(counts)) : table;
}

/** Whether any number of it is told. */
export function isTelling({ counts }: SafeTable): boolean {
  if (counts.kind === "cases") return counts.cases !== null;
  return Object.values(counts.base).some((each) => each !== null) || answersIn(counts);
}

/** Whether any answer of it is. */
export function tellsAnswers({ counts }: SafeTable): boolean {
  return counts.kind !== "cases" && answersIn(counts);
}

function answersIn(counts: Exclude<SafeCounts, { readonly kind: "cases" }>): boolean {
  if (counts.kind === "frequencies") return counts.rows.some(({ count }) => count !== null);
  return (counts.kind === "share" ? counts.numerator : counts.total) !== null;
}
