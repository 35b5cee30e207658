import { dirname, join } from "node:path";
import { BackupFault, type Heading } from "./backup-format.ts";
import type { FilesToPlace } from "./carried-files.ts";
import { bookName, openCaseKeyBook } from "./case-key-book.ts";
import type { CaseKeys } from "./case-keys.ts";
import { keyFileName, piecesOfCaseKeys, readKeyFile } from "./key-file.ts";

type Sources = {
  readonly file: string;
  readonly keyFile?: string | undefined;
  readonly identities: readonly string[];
  readonly files: string;
};

/**
 * What opens a backup's cases: the key file, or the book itself where the files folder has it already, as
 * when only the database was lost; the newer of the two. The restored store goes on with the same book:
 * what is erased there is then erased in the old backups too.
 */
export function keysToRestoreBy(
  { file, keyFile, identities, files }: Sources,
  placing: FilesToPlace,
) {
  const book = openCaseKeyBook(files);
  let newer: CaseKeys | undefined;
  return {
    /** @throws a fault where there are none, or older ones than the backup was made by. */
    async keysFor(said: NonNullable<Heading["keys"]>): Promise<CaseKeys> {
      const own = await book.read();
      if (own !== undefined && own.book !== said.book) {
        throw new BackupFault("restore-not-empty", { found: "another book of case keys" });
      }
      const path = keyFile ?? join(dirname(file), keyFileName(said.book));
      const given = await readGiven(path, identities);
      if (given !== undefined && given.book !== said.book) {
        throw new BackupFault("key-file-other", { file: path });
      }
      const isOwnNewest = own !== undefined && own.generation >= (given?.generation ?? 0);
      const keys = isOwnNewest ? own : given;
      if (keys === undefined) throw new BackupFault("key-file-missing", { file: path });
      if (keys.generation < said.generation)
        throw new BackupFault("key-file-older", { file: path });
      if (own === undefined) await stage(keys, placing);
      else if (!isOwnNewest) newer = keys;
      return keys;
    },

    /** Where an older book was there: it goes on as the newer one. */
    async adopt(): Promise<void> {
      if (newer !== undefined) await book.adopt(newer);
    },
  };
}

/** `undefined`: there is none. */
async function readGiven(
  path: string,
  identities: readonly string[],
): Promise<CaseKeys | undefined> {
  try {
    return await readKeyFile(path, identities);
  } catch (error) {
    if (error instanceof BackupFault) throw new BackupFault("key-file-unreadable", { file: path });
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function stage(keys: CaseKeys, placing: FilesToPlace): Promise<void> {
  const file = await placing.begin(bookName, 0o600);
  for await (const piece of piecesOfCaseKeys(keys)) await file.write(piece);
  await file.end();
}
