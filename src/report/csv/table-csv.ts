import { csvField } from "#kernel";
import type { SafePanel, ShownCell, ShownColumn } from "../panel.ts";

/**
 * `excel`: as a Swedish Excel opens it by a double click (semicolons, decimal commas, a mark that says
 * UTF-8). `rfc4180`: for programs.
 */
export const csvForms = ["excel", "rfc4180"] as const;
export type CsvForm = (typeof csvForms)[number];

const punctuation = {
  excel: { begin: "\ufeff", delimiter: ";", comma: "," },
  rfc4180: { begin: "", delimiter: ",", comma: "." },
} as const;

/**
 * One of a panel's tables as a file. Shares are in per cent, as shown; what may not be shown is «..» and
 * what there is no number of «.». Made of protected panels alone.
 * @param index of the table in its panel, from 0; `undefined` where there is none.
 */
export function tableCsv(panel: SafePanel, index: number, form: CsvForm): string | undefined {
  const table = panel.tables[index];
  if (!table) return undefined;
  const { begin, delimiter, comma } = punctuation[form];
  const written = (text: string) => csvField(text, delimiter);
  const lines = [
    [table.corner, ...table.columns.map(heading)].map(written),
    ...table.rows.map(({ label, cells }) => [
      written(label),
      ...cells.map((cell, at) => numberIn(cell, table.columns[at]?.unit ?? "count", comma)),
    ]),
  ];
  return begin + lines.map((fields) => `${fields.join(delimiter)}\r\n`).join("");
}

function heading({ label, unit }: ShownColumn): string {
  return unit === "share" || unit === "points" ? `${label} (%)` : label;
}

function numberIn(cell: ShownCell, unit: ShownColumn["unit"], comma: string): string {
  if (typeof cell === "string") return cell === "hidden" ? ".." : ".";
  switch (unit) {
    case "count":
      return String(cell);
    case "mean":
      return cell.toFixed(1).replace(".", comma);
    case "share":
    case "points":
      return String(Math.round(cell * 100));
  }
}
