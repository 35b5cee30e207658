import { join } from "node:path";
import { type CaseKeys, linesOfCaseKeys, readCaseKeys } from "./case-keys.ts";
import { openedLines, writeSealed } from "./sealed-file.ts";

/** One for all backups of an installation that lie in a folder: a newer one takes the older one's place. */
export function keyFileName(book: string): string {
  return `skillnad-nycklar-${book.slice(0, 8)}.age`;
}

/** Sealed as a backup is, to the same receivers. There as a whole or not at all. @returns where. */
export async function writeKeyFile(
  keys: CaseKeys,
  { folder, recipients }: { readonly folder: string; readonly recipients: readonly string[] },
): Promise<string> {
  const path = join(folder, keyFileName(keys.book));
  // Where other backups lie is of this machine, and nobody else's to know.
  await writeSealed(path, piecesOfCaseKeys({ ...keys, places: [] }), recipients);
  return path;
}

/** @throws a fault for what cannot be opened or is no key file, and the file system's errors. */
export async function readKeyFile(path: string, identities: readonly string[]): Promise<CaseKeys> {
  return readCaseKeys(openedLines(path, identities));
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
