import type { DocumentRow, DocumentTable } from "../document.ts";
import { type Box, heightOf, inks, makeRoom, type Sheet, type TextStyle, write } from "./sheet.ts";
import { artifact, tagged, within } from "./tagging.ts";

const head: TextStyle = { size: 7, weight: "semibold", ink: "soft" };
const name: TextStyle = { size: 7.5, weight: "regular", ink: "text" };
const cell: TextStyle = { ...name, align: "right" };
const padding = 1;
const gap = 6;

type Columns = { readonly first: number; readonly other: number };

type Table = { readonly table: DocumentTable; readonly box: Box };

/** Points: two columns of short numbers, or six whose names are longer than they. */
function widest(columns: number): number {
  return columns < 3 ? 39 : 62;
}

/** Numbers take what they need, up to their part; the names the rest. */
function columnsOf(table: DocumentTable, width: number): Columns {
  const others = table.columns.length - 1;
  const other = Math.min(widest(others), (width * 0.6) / others);
  return { first: width - others * other, other };
}

/** Points, if nothing of it goes on to another page. */
export function tableHeight(sheet: Sheet, table: DocumentTable, width: number): number {
  const columns = columnsOf(table, width);
  const heights = table.rows.map((row) => rowHeight(sheet, row, columns));
  return heights.reduce((sum, each) => sum + each, headHeight(sheet, table, columns));
}

function headHeight(sheet: Sheet, { columns: names }: DocumentTable, columns: Columns): number {
  const heights = names.map((text, index) => heightOf(sheet, text, head, widthOf(columns, index)));
  return Math.max(...heights) + padding * 2;
}

function rowHeight(sheet: Sheet, { label }: DocumentRow, columns: Columns): number {
  return heightOf(sheet, label, name, widthOf(columns, 0)) + padding * 2;
}

/** What is written in; the space to the next column stays free. */
function widthOf({ first, other }: Columns, index: number): number {
  return (index === 0 ? first : other) - gap;
}

/** Row by row, going on to the next page where a row does not fit; leaves `pdf.y` below it. */
export function drawTable(sheet: Sheet, parent: PDFKit.PDFStructureElement, given: Table): void {
  const { table, box } = given;
  const { pdf } = sheet;
  const columns = columnsOf(table, box.width);
  pdf.y = box.y;
  within(
    sheet,
    parent,
    "Table",
    (element) => {
      drawRow(sheet, element, {
        box,
        columns,
        height: headHeight(sheet, table, columns),
        cells: table.columns.map((text, index) => ({
          text,
          tag: "TH",
          scope: "Column",
          style: index === 0 ? head : { ...head, align: "right" },
        })),
      });
      for (const row of table.rows) {
        drawRow(sheet, element, {
          box,
          columns,
          height: rowHeight(sheet, row, columns),
          cells: [
            { text: row.label, tag: "TH", scope: "Row", style: name },
            ...row.cells.map((text) => ({ text, tag: "TD", style: cell }) as const),
          ],
        });
      }
    },
    { title: table.caption },
  );
}

type Cell = {
  readonly text: string;
  readonly tag: "TH" | "TD";
  readonly scope?: "Column" | "Row";
  readonly style: TextStyle;
};

type Row = {
  readonly box: Box;
  readonly columns: Columns;
  readonly height: number;
  readonly cells: readonly Cell[];
};

function drawRow(
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  { box, columns, height, cells }: Row,
): void {
  const { pdf } = sheet;
  makeRoom(sheet, height);
  const top = pdf.y;
  within(sheet, parent, "TR", (element) => {
    for (const [index, { text, tag, scope, style }] of cells.entries()) {
      const width = widthOf(columns, index);
      // Numbers end where the next column begins, so that the last ones end with the table.
      const x = box.x + (index === 0 ? 0 : columns.first + (index - 1) * columns.other + gap);
      const place = { x, y: top + padding, width };
      tagged(sheet, element, tag, () => write(sheet, text, style, place), scope ? { scope } : {});
    }
  });
  artifact(sheet, "Layout", () => {
    const y = top + height;
    pdf
      .moveTo(box.x, y)
      .lineTo(box.x + box.width, y)
      .lineWidth(0.5)
      .strokeOpacity(1)
      .stroke(inks.line);
  });
  pdf.y = top + height;
}
