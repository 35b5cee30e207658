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
    case "crossing": {
      const { base, rows, columns } = counts;
      return {
        base,
        rows: rows.map(({ code }) => code),
        columns: columns.map(({ code, base, counts }) => ({ code, base, counts })),
      };
    }
    case "mean-distinct": {
      const { base, total, denominator } = counts;
      return { base, total, denominator };
    }
  }
}
