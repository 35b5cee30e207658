import { goalOf, type Result, ratio } from "./benchmark.ts";

const headings = ["", "value", "goal", "", "×", "against"];

/** One line a result, in columns, for the eye. */
export function renderTable(results: readonly Result[]): string {
  const rows = [headings, ...results.map(rowOf)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function rowOf(result: Result): readonly string[] {
  const { id, value, unit, ok, against } = result;
  return [
    id,
    `${value} ${unit}`,
    goalOf(result),
    ok ? "met" : "MISSED",
    String(ratio(result)),
    `${against.value} ${unit}: ${against.what}`,
  ];
}

function isNumber(column: number): boolean {
  return column === 1 || column === 2 || column === 4;
}
