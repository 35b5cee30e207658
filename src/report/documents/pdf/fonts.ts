/** Font files as bytes, unpacked (`woffToSfnt`); several of one weight cover more letters, the first that has one is used. */
export type DocumentFonts = {
  readonly regular: readonly Uint8Array[];
  readonly semibold: readonly Uint8Array[];
};

export type Weight = keyof DocumentFonts;

/** What a file is called in a document. */
export function fontName(weight: Weight, index: number): string {
  return `${weight}-${index}`;
}

export function registerFonts(pdf: PDFKit.PDFDocument, fonts: DocumentFonts): void {
  for (const weight of ["regular", "semibold"] as const) {
    for (const [index, bytes] of fonts[weight].entries()) {
      pdf.registerFont(fontName(weight, index), bytes);
    }
  }
}

/** The open font, which the types do not tell of. */
type Open = { readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } } };

export type Run = { readonly font: string; readonly text: string };

/**
 * The text in pieces that one file can write each. What no file has is written «?»: such a letter
 * would be an empty box.
 */
export function runsOf(
  pdf: PDFKit.PDFDocument,
  text: string,
  weight: Weight,
  files: number,
): readonly Run[] {
  const runs: { font: string; text: string }[] = [];
  // Letters in one piece where there is one; what has no shape (soft hyphens, joiners) is not written.
  for (const character of text.normalize("NFC").replace(/\p{Cf}/gu, "")) {
    const [font, written] = writtenIn(pdf, character, weight, files);
    const last = runs.at(-1);
    if (last && (last.font === font || /\s/u.test(character))) last.text += written;
    else runs.push({ font, text: written });
  }
  return runs;
}

function writtenIn(
  pdf: PDFKit.PDFDocument,
  character: string,
  weight: Weight,
  files: number,
): readonly [font: string, written: string] {
  if (/\s/u.test(character) && character !== "\u00a0") return [fontName(weight, 0), " "];
  const point = character.codePointAt(0) ?? 0;
  for (let index = 0; index < files; index++) {
    const font = fontName(weight, index);
    pdf.font(font);
    if ((pdf as unknown as Open)._font.font.hasGlyphForCodePoint(point)) return [font, character];
  }
  return [fontName(weight, 0), "?"];
}
