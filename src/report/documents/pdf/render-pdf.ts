import type { Instant } from "#kernel";
import type { A4Document } from "../document.ts";
import { drawBlock } from "./draw-block.ts";
import { drawEveryFoot, drawMethod } from "./draw-foot.ts";
import type { DocumentFonts } from "./fonts.ts";
import { beginSheet, margins, pdfOptions, type Sheet, type TextStyle, write } from "./sheet.ts";
import { tagged } from "./tagging.ts";

const title: TextStyle = { size: 15, weight: "semibold", ink: "text" };
const lead: TextStyle = { size: 9, weight: "regular", ink: "soft" };
const ribbon: TextStyle = { size: 8, weight: "semibold", ink: "soft" };

/**
 * The document as a tagged PDF (PDF/UA-1): the same bytes for the same document, fonts and time. The
 * library is loaded when the first document is asked for: most servers draw none on most days.
 */
export async function renderPdf(
  document: A4Document,
  fonts: DocumentFonts,
  at: Instant,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const pdf = new PDFDocument(pdfOptions(document, new Date(at)));
  const whole = collect(pdf);
  const sheet = beginSheet(pdf, fonts);
  drawHead(sheet, document);
  for (const [index, block] of document.blocks.entries()) {
    drawBlock(sheet, block, document.blocks[index + 1]);
  }
  drawMethod(sheet, document);
  drawEveryFoot(sheet, document);
  sheet.root.end();
  pdf.end();
  return whole;
}

function drawHead(sheet: Sheet, document: A4Document): void {
  const { pdf, root, width } = sheet;
  const below = () => ({ x: margins.left, y: pdf.y, width });
  const { ribbon: invented } = document;
  if (invented !== null) {
    tagged(sheet, root, "P", () => write(sheet, invented, ribbon, below()));
    pdf.y += 2;
  }
  tagged(sheet, root, "H1", () => write(sheet, document.title, title, below()));
  pdf.y += 2;
  tagged(sheet, root, "P", () => write(sheet, document.lead, lead, below()));
  pdf.y += 4;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  pdf.on("error", reject);
  pdf.on("end", () => {
    const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
    let from = 0;
    for (const chunk of chunks) {
      whole.set(chunk, from);
      from += chunk.length;
    }
    resolve(whole);
  });
  return promise;
}
