import type { Measure } from "#tabulation";
import { optionCodes } from "../nation/cells.ts";
import { keyOfCodes } from "../nation/tally.ts";
import type { SafeChain, SafeCounts, SafeRow, Shown } from "../safe-table.ts";
import { shareInterval } from "../share-interval.ts";
import type { QuestionCells } from "./question-cells.ts";
import { cellOfCodes } from "./told-in-nation.ts";

/**
 * A region's table of what the nation tells: the same numbers, without those asked and without missing
 * codes, and with rows as coarse as the region's.
 * @param nation what the nation tells in the table.
 * @param shown what the region may tell of a cell.
 */
export function regionCounts(
  nation: Exclude<SafeCounts, { readonly kind: "cases" }>,
  measure: Measure,
  cells: QuestionCells,
  shown: (cell: number) => Shown,
): SafeCounts {
  const step = (which: "eligible" | "valid") =>
    nation.base[which] === null ? null : shown(cells.chain[which]);
  const base: SafeChain = {
    eligible: step("eligible"),
    asked: null,
    answered: null,
    valid: step("valid"),
  };
  switch (nation.kind) {
    case "frequencies":
      return { kind: "frequencies", base, rows: rowsOf(nation, base.valid, cells, shown) };
    case "share": {
      const codes = measure.kind === "share" ? measure.codes : [];
      const of = base.valid;
      const cell = nation.numerator === null || of === null ? undefined : cellOfCodes(cells, codes);
      const numerator = cell === undefined ? null : shown(cell);
      const denominator = numerator === null ? null : of;
      const interval = shareInterval(numerator, denominator);
      return { kind: "share", base, numerator, denominator, interval };
    }
    case "mean-distinct": {
      const of = base.valid;
      const isTold = nation.total !== null && of !== null && cells.total !== undefined;
      const total = isTold ? shown(cells.total) : null;
      return { kind: "mean-distinct", base, total, denominator: total === null ? null : of };
    }
  }
}

function rowsOf(
  { rows }: SafeCounts & { readonly kind: "frequencies" },
  valid: Shown,
  cells: QuestionCells,
  shown: (cell: number) => Shown,
): readonly SafeRow[] {
  const { question } = cells.place;
  const options = optionCodes(question);
  const isCounted = (code: number) => cells.sums.has(keyOfCodes([code]));
  const told = new Set(rows.flatMap(({ codes, count }) => (count === null ? [] : codes)));
  const groups =
    question.type === "multiple"
      ? options.filter(isCounted).map((code) => [code])
      : cells.parts
          .map((part) => options.filter((code) => part.cells.includes(code)))
          .filter(({ length }) => length > 0);
  return groups.map((codes) => {
    const cell = codes.every((code) => told.has(code)) ? cellOfCodes(cells, codes) : undefined;
    const count = cell === undefined ? null : shown(cell);
    return { codes, isMissing: false, count, interval: shareInterval(count, valid) };
  });
}
