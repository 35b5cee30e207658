import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type CaseKeys, linesOfCaseKeys, readCaseKeys } from "./case-keys.ts";
import { openedLines, writeSealed } from "./sealed-file.ts";

/** One for all backups of an installation that lie in a folder: a newer one takes the older one's place. */
export function keyFileName(book: string): string {
  return `skillnad-nycklar-${shortBook(book)}.age`;
}

/** So much of a book's id stands in names of files: enough to tell installations apart. */
export function shortBook(book: string): string {
  return book.slice(0, 8);
}

export type WrittenKeyFile = { readonly path: string; readonly sha256: string };

/** Sealed as a backup is, to the same receivers. There as a whole or not at all. */
export async function writeKeyFile(
  keys: CaseKeys,
  { folder, recipients }: { readonly folder: string; readonly recipients: readonly string[] },
): Promise<WrittenKeyFile> {
  const path = join(folder, keyFileName(keys.book));
  // To whom it is sealed, so that who restores by it goes on sealing to all of them. Where other backups
  // lie is of this machine, and nobody else's to know.
  const here = { folder: ".", recipients: [...recipients], generation: keys.generation };
  const pieces = piecesOfCaseKeys({ ...keys, places: [here] });
  const { sha256 } = await writeSealed(path, pieces, recipients, { mayReplace: true });
  return { path, sha256 };
}

/** @throws a fault for what cannot be opened or is no key file, and the file system's errors. */
export async function readKeyFile(path: string, identities: readonly string[]): Promise<CaseKeys> {
  return readCaseKeys(openedLines(path, identities));
}

/** Of its bytes, sealed as they are. `undefined`: it is not there, or cannot be reached. */
export async function keyFileSha256(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece);
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

/** Lines put together to pieces that are worth writing. */
export async function* piecesOfCaseKeys(keys: CaseKeys): AsyncGenerator<Buffer> {
  let waiting = "";
  for (const line of linesOfCaseKeys(keys)) {
    waiting += line;
    if (waiting.length < 256 * 1024) continue;
    yield Buffer.from(waiting);
    waiting = "";
  }
  yield Buffer.from(waiting);
}
