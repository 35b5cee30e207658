import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * Which of the words stand anywhere in the files of a browser's profile: its history, cache, storage,
 * cookies, favicons and sessions, whatever this browser keeps. Read as bytes, since what is deleted in a
 * database may still be on the disk. One sentence for each find: the word, and the file.
 */
export function wordsInProfile(folder: string, words: readonly string[]): readonly string[] {
  const wanted = words.map((word) => ({ word, forms: formsOf(word) }));
  return filesIn(folder).flatMap((file) => {
    const bytes = lowered(readFileSync(file));
    return wanted
      .filter(({ forms }) => forms.some((form) => bytes.includes(form)))
      .map(({ word }) => `«${word}» in ${relative(folder, file)}`);
  });
}

/** As browsers write text: UTF-8, UTF-16, and in an address. Capitals count as small letters. */
function formsOf(word: string): readonly Buffer[] {
  const small = word.toLowerCase();
  const forms = [
    Buffer.from(small, "utf8"),
    Buffer.from(small, "utf16le"),
    Buffer.from(encodeURIComponent(small).toLowerCase(), "utf8"),
  ];
  const capital = small.charAt(0).toUpperCase() + small.slice(1);
  return [
    ...forms,
    lowered(Buffer.from(capital, "utf8")),
    lowered(Buffer.from(capital, "utf16le")),
  ];
}

/** Of A to Z alone: what is not ASCII is looked for as it is written and with a first capital. */
function lowered(bytes: Buffer): Buffer {
  const small = Buffer.from(bytes);
  for (let index = 0; index < small.length; index++) {
    const byte = small[index] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) small[index] = byte + 0x20;
  }
  return small;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
