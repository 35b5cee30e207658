import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type DocumentFonts, woffToSfnt } from "#report";

const subsets = ["latin", "latin-ext"] as const;

let read: Promise<DocumentFonts> | undefined;

/** Inter as files, read when the first document is asked for and then kept: 350 kB. */
export function documentFonts(): Promise<DocumentFonts> {
  read ??= readFonts().catch((reason) => {
    read = undefined;
    throw reason;
  });
  return read;
}

async function readFonts(): Promise<DocumentFonts> {
  const [regular, semibold] = await Promise.all([readWeight(400), readWeight(600)]);
  return { regular, semibold };
}

function readWeight(weight: number): Promise<readonly Uint8Array[]> {
  return Promise.all(
    subsets.map(async (subset) => {
      const file = `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`;
      return woffToSfnt(await readFile(fileURLToPath(import.meta.resolve(file))));
    }),
  );
}
