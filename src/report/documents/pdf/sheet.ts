import type { A4Document } from "../document.ts";
import { type DocumentFonts, registerFonts, runsOf, type Weight } from "./fonts.ts";

/** Points. The foot of every sheet stands in the lower margin. */
export const margins = { top: 38, bottom: 46, left: 48, right: 48 } as const;
export const inks = {
  text: "#16191b",
  soft: "#4d5459",
  line: "#c4ccd2",
  accent: "#174a6b",
} as const;

/** One style of text: size in points. */
export type TextStyle = {
  readonly size: number;
  readonly weight: Weight;
  readonly ink: keyof typeof inks;
  readonly align?: "left" | "right";
};

export type Box = { readonly x: number; readonly y: number; readonly width: number };

/** What is drawn on: an open PDF, its root in the structure tree, and where the next block begins. */
export type Sheet = {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly width: number;
  /** Files of each weight. */
  readonly files: { readonly [Each in Weight]: number };
};

export function beginSheet(pdf: PDFKit.PDFDocument, fonts: DocumentFonts): Sheet {
  registerFonts(pdf, fonts);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  pdf.addPage();
  return {
    pdf,
    root,
    width: pdf.page.width - margins.left - margins.right,
    files: { regular: fonts.regular.length, semibold: fonts.semibold.length },
  };
}

/** Options of the PDF itself: tagged, in its language, under its title. */
export function pdfOptions({ title, language }: A4Document, at: Date): PDFKit.PDFDocumentOptions {
  const options: PDFKit.PDFDocumentOptions = {
    size: "A4",
    margins,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: language === "sv" ? "sv-SE" : "en-GB",
    displayTitle: true,
    // None: the fonts that every reader is thought to have are not put into the file.
    font: "",
    info: { Title: title, Creator: "Skillnad", Producer: "Skillnad", CreationDate: at },
  };
  // The types do not know of this subset yet.
  return Object.assign(options, { subset: "PDF/UA" });
}

/** Points down to the lower margin. */
export function roomLeft({ pdf }: Sheet): number {
  return pdf.page.height - margins.bottom - pdf.y;
}

/** Begins a new page where the height does not fit; never on a page that is still empty. */
export function makeRoom(sheet: Sheet, height: number): void {
  const { pdf } = sheet;
  if (roomLeft(sheet) >= height || pdf.y <= margins.top) return;
  pdf.addPage();
}

export function heightOf({ pdf }: Sheet, text: string, { size, weight }: TextStyle, width: number) {
  pdf.font(`${weight}-0`).fontSize(size);
  return pdf.heightOfString(text === "" ? " " : text, { width, lineGap: lineGap(size) });
}

/**
 * Writes a text, goes on to the next page where it does not fit, and leaves `pdf.y` below it. Marks
 * nothing: the caller says what it is.
 */
export function write(sheet: Sheet, text: string, style: TextStyle, { x, y, width }: Box): void {
  const { pdf, files } = sheet;
  const { size, weight, ink, align = "left" } = style;
  const runs = runsOf(pdf, text, weight, files[weight]);
  pdf.fontSize(size).fillColor(inks[ink]).fillOpacity(1);
  for (const [index, run] of runs.entries()) {
    pdf.font(run.font);
    const options = { width, align, lineGap: lineGap(size), continued: index < runs.length - 1 };
    if (index === 0) pdf.text(run.text, x, y, options);
    else pdf.text(run.text, options);
  }
}

function lineGap(size: number): number {
  return size / 6;
}
