import type { A4Document } from "../document.ts";
import { documentWordsOf } from "../words/document-words-of.ts";
import { heightOf, inks, makeRoom, margins, type Sheet, type TextStyle, write } from "./sheet.ts";
import { artifact, tagged } from "./tagging.ts";

const small: TextStyle = { size: 7, weight: "regular", ink: "soft" };

/** How the numbers were made: read like all else, and at the bottom of the last sheet. */
export function drawMethod(sheet: Sheet, { foot }: A4Document): void {
  const { pdf, root, width } = sheet;
  const text = foot.join(" ");
  const height = heightOf(sheet, text, small, width) + 4;
  makeRoom(sheet, height);
  const top = pdf.page.height - margins.bottom - height;
  artifact(sheet, "Layout", () => {
    pdf
      .moveTo(margins.left, top)
      .lineTo(margins.left + width, top)
      .lineWidth(0.5)
      .strokeOpacity(1)
      .stroke(inks.line);
  });
  const box = { x: margins.left, y: top + 4, width };
  tagged(sheet, root, "P", () => write(sheet, text, small, box));
}

/** On every sheet, when it is known how many there are: whose they are, and that they are invented. */
export function drawEveryFoot(sheet: Sheet, { ribbon, title, language }: A4Document): void {
  const { pdf } = sheet;
  const { sheet: numbered } = documentWordsOf(language);
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(start + index);
    const y = pdf.page.height - margins.bottom + 12;
    artifact(sheet, "Pagination", () => {
      pdf.fontSize(small.size).fillColor(inks.soft).fillOpacity(1).font("regular-0");
      const number = numbered(index + 1, count);
      const left = [ribbon, title].filter((part) => part !== null).join(" · ");
      pdf.text(shortened(pdf, left, sheet.width - 60), margins.left, y, { lineBreak: false });
      const x = pdf.page.width - margins.right - pdf.widthOfString(number);
      pdf.text(number, x, y, { lineBreak: false });
    });
  }
}

function shortened(pdf: PDFKit.PDFDocument, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text;
  let kept = text;
  while (kept !== "" && pdf.widthOfString(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
