import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DocumentFonts } from "../pdf/fonts.ts";
import { woffToSfnt } from "../pdf/woff-to-sfnt.ts";

/** As the server reads them. */
export function interFonts(): DocumentFonts {
  return { regular: filesOf(400), semibold: filesOf(600) };
}

function filesOf(weight: number): readonly Uint8Array[] {
  return ["latin", "latin-ext"].map((subset) => {
    const file = `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`;
    return woffToSfnt(readFileSync(fileURLToPath(import.meta.resolve(file))));
  });
}
