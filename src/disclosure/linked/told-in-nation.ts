import { keyOfCodes } from "../nation/tally.ts";
import type { SafeTable, Shown } from "../safe-table.ts";
import { cellsWithin, type QuestionCells } from "./question-cells.ts";

/**
 * The cells whose numbers a table tells.
 * @throws for a number that is no cell: the set would lack something that leaves.
 */
export function toldIn(
  { counts, specification: { id, measure } }: SafeTable,
  cells: QuestionCells,
): readonly number[] {
  const told: number[] = [];
  const tell = (value: Shown, cell: number | undefined) => {
    if (value === null) return;
    if (cell === undefined) throw new Error(`a number of ${id} is no cell`);
    told.push(cell);
  };
  if (counts.kind === "cases") throw new Error(`a number of cases answers no question: ${id}`);
  for (const step of ["eligible", "asked", "answered", "valid"] as const) {
    tell(counts.base[step], cells.chain[step]);
  }
  if (counts.kind === "frequencies") {
    for (const { codes, count } of counts.rows) tell(count, cellOfCodes(cells, codes));
  }
  if (counts.kind === "share" && measure.kind === "share") {
    tell(counts.numerator, cellOfCodes(cells, measure.codes));
  }
  if (counts.kind === "mean-distinct") tell(counts.total, cells.total);
  return told;
}

/** The cell that counts the cases with any of the codes. */
export function cellOfCodes(
  { parts, sums, place }: QuestionCells,
  codes: readonly number[],
): number | undefined {
  const together = sums.get(keyOfCodes(codes));
  if (together !== undefined) return together;
  if (place.question.type === "multiple" && codes.every((code) => code < 97)) return undefined;
  const [only, ...more] = cellsWithin(parts, codes) ?? [];
  return more.length === 0 ? only : undefined;
}
