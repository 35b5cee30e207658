import type { Counts, RawTable } from "../raw-table.ts";

/** The counts without what is tested elsewhere: the intervals. */
export function plain(table: RawTable | undefined) {
  const counts: Counts | undefined = table?.counts();
  switch (counts?.kind) {
    case "cases":
      return { cases: counts.cases };
    case "frequencies":
      return { base: counts.base, rows: counts.rows.map(({ code, count }) => ({ code, count })) };
    case "share": {
      const { base, numerator, denominator } = counts;
      return { base, numerator, denominator };
    }
    case "crossing":
      return plainCrossing(counts);
    case "nested": {
      const { base, steps } = counts;
      const plainSteps = steps.map(({ numerator, denominator }) => ({ numerator, denominator }));
      return { base, steps: plainSteps };
    }
    case "mean-distinct": {
      const { base, total, denominator } = counts;
      return { base, total, denominator };
    }
  }
}

export function plainCrossing(counts: Counts | undefined) {
  if (counts?.kind !== "crossing") throw new Error(`no crossing: ${counts?.kind}`);
  return {
    base: counts.base,
    rows: counts.rows.map(({ code }) => code),
    columns: counts.columns.map(({ codes, base, counts }) => ({ codes, base, counts })),
  };
}
