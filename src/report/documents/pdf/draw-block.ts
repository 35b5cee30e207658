import type { DocumentBlock, DocumentFigure } from "../document.ts";
import { drawSvg, pictureHeight } from "./draw-svg.ts";
import { drawTable, tableHeight } from "./draw-table.ts";
import { heightOf, makeRoom, margins, type Sheet, type TextStyle, write } from "./sheet.ts";
import { tagged, within } from "./tagging.ts";

const heading: TextStyle = { size: 9, weight: "semibold", ink: "accent" };
const message: TextStyle = { size: 10, weight: "semibold", ink: "text" };
const body: TextStyle = { size: 8.5, weight: "regular", ink: "text" };

/** Of a list, a paragraph or a table. */
const aFewLines = 36;
const between = { columns: 22, words: 2, blocks: 4, parts: 3 } as const;

/** @param next what follows it: a heading stays with that. */
export function drawBlock(sheet: Sheet, block: DocumentBlock, next?: DocumentBlock): void {
  if (block.kind === "heading") drawHeading(sheet, block.text, next);
  else if (block.kind === "paragraph") drawParagraph(sheet, block.text);
  else if (block.kind === "list") drawList(sheet, block.items);
  else if (block.kind === "figure") drawFigure(sheet, block);
  else {
    const { pdf, root, width } = sheet;
    drawTable(sheet, root, { table: block.table, box: { x: margins.left, y: pdf.y, width } });
    pdf.y += between.blocks;
  }
}

function drawHeading(sheet: Sheet, text: string, next: DocumentBlock | undefined): void {
  const { pdf, root, width } = sheet;
  pdf.y += between.parts;
  const own = heightOf(sheet, text, heading, width) + between.words;
  const following = next?.kind === "figure" ? placesOf(sheet, next).height : aFewLines;
  makeRoom(sheet, own + following);
  const box = { x: margins.left, y: pdf.y, width };
  tagged(sheet, root, "H2", () => write(sheet, text, heading, box));
  pdf.y += between.words;
}

function drawParagraph(sheet: Sheet, text: string): void {
  const { pdf, root, width } = sheet;
  const box = { x: margins.left, y: pdf.y, width };
  tagged(sheet, root, "P", () => write(sheet, text, body, box));
  pdf.y += between.words;
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const { pdf, root, width } = sheet;
  const indent = 10;
  within(sheet, root, "L", (list) => {
    for (const item of items) {
      makeRoom(sheet, body.size * 1.5);
      const top = pdf.y;
      within(sheet, list, "LI", (element) => {
        const mark = { x: margins.left, y: top, width: indent };
        tagged(sheet, element, "Lbl", () => write(sheet, "•", body, mark));
        const words = { x: margins.left + indent, y: top, width: width - indent };
        tagged(sheet, element, "LBody", () => write(sheet, item, body, words));
      });
      pdf.y += 1;
    }
  });
  pdf.y += between.blocks;
}

type Places = { readonly left: number; readonly right: number; readonly height: number };

/** How wide the words and what they rest on are, and how high both; without a picture words take all. */
function placesOf(
  sheet: Sheet,
  { title, text, picture, table }: Omit<DocumentFigure, "kind" | "id">,
): Places {
  const { width } = sheet;
  const hasMany = table !== null && table.columns.length > 3;
  const right = width * (hasMany ? 0.47 : 0.4);
  const isAlone = picture === null && table === null;
  const left = isAlone ? width : width - right - between.columns;
  const said = text === "" ? 0 : heightOf(sheet, text, body, left);
  const words = heightOf(sheet, title, message, left) + said;
  const beside = table ? tableHeight(sheet, table, right) : picture ? pictureHeight(picture) : 0;
  return { left, right, height: Math.max(words + between.words, beside) };
}

/** The words to the left, the picture or the answers to the right; kept on one page. */
function drawFigure(sheet: Sheet, { title, text, picture, table }: DocumentFigure): void {
  const { pdf, root, width } = sheet;
  const { left, right, height } = placesOf(sheet, { title, text, picture, table });
  makeRoom(sheet, height);
  const top = pdf.y;
  const page = pdf.page;
  tagged(sheet, root, "H3", () =>
    write(sheet, title, message, { x: margins.left, y: top, width: left }),
  );
  pdf.y += between.words;
  const below = { x: margins.left, y: pdf.y, width: left };
  if (text !== "") tagged(sheet, root, "P", () => write(sheet, text, body, below));
  const bottom = pdf.y;
  // Words longer than a page have gone on to the next: what belongs to them follows there.
  const box = {
    x: margins.left + width - right,
    y: pdf.page === page ? top : bottom,
    width: right,
  };
  let end = bottom;
  if (table) {
    drawTable(sheet, root, { table, box });
    end = pdf.y;
  } else if (picture) {
    const alt = picture.attributes["aria-label"] ?? title;
    end = box.y + pictureHeight(picture);
    const bbox = [box.x, box.y, box.x + box.width, end] as const;
    tagged(sheet, root, "Figure", () => drawSvg(sheet, picture, box), { alt, bbox });
  }
  pdf.y = (pdf.page === page ? Math.max(bottom, end) : pdf.y) + between.blocks;
}
