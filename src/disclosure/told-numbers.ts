import type { SafeCounts } from "./safe-table.ts";

/**
 * The numbers that a table tells, always in the same order: the steps of its chain, then its rows, or
 * what its share or mean is of. A denominator is one of the steps. What is hidden is left out.
 */
export function toldNumbers(counts: SafeCounts): readonly number[] {
  return numbersOf(counts).filter((each) => each !== null);
}

function numbersOf(counts: SafeCounts): readonly (number | null)[] {
  if (counts.kind === "cases") return [counts.cases];
  const { eligible, asked, answered, valid } = counts.base;
  const chain = [eligible, asked, answered, valid];
  switch (counts.kind) {
    case "frequencies":
      return [...chain, ...counts.rows.map(({ count }) => count)];
    case "share":
      return [...chain, counts.numerator];
    case "mean-distinct":
      return [...chain, counts.total];
  }
}
