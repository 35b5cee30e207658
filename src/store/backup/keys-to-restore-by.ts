import { dirname, join } from "node:path";
import { identityToRecipient } from "age-encryption";
import { BackupFault, type Heading } from "./backup-format.ts";
import type { FilesToPlace } from "./carried-files.ts";
import { bookName, openCaseKeyBook } from "./case-key-book.ts";
import type { CaseKeys, Place } from "./case-keys.ts";
import { keyFileName, keyFileSha256, piecesOfCaseKeys, readKeyFile } from "./key-file.ts";
import { nameOfFolder, united } from "./key-file-places.ts";

type Sources = {
  readonly file: string;
  readonly keyFile?: string | undefined;
  readonly identities: readonly string[];
  readonly files: string;
};

/**
 * What opens a backup's cases: the key file, or the book itself where the files folder has it already, as
 * when only the database was lost; the newer of the two. The restored store goes on with the same book:
 * what is erased there is then erased in the old backups too. It remembers where key files lie, so that
 * they are renewed then, or told of.
 */
export function keysToRestoreBy(
  { file, keyFile, identities, files }: Sources,
  placing: FilesToPlace,
) {
  const book = openCaseKeyBook(files);
  let adopted: CaseKeys | undefined;
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
      const places = await placesFound(file, path, given, identities);
      const known = { ...keys, places };
      if (own === undefined) await stage(known, placing);
      else if (!isOwnNewest || places.length > 0) adopted = known;
      return keys;
    },

    /** Where a book was there: it goes on as the newer of the two. */
    async adopt(): Promise<void> {
      if (adopted !== undefined) await book.adopt(adopted);
    },
  };
}

/** Where key files of the book lie: the one that was used, and one beside the backup that was not. */
async function placesFound(
  file: string,
  keyFile: string,
  given: CaseKeys | undefined,
  identities: readonly string[],
): Promise<Place[]> {
  if (given === undefined) return [];
  const own = await Promise.all(identities.map((each) => identityToRecipient(each)));
  const recipients = united(given.places[0]?.recipients ?? [], own);
  const used = await placeOf(keyFile, { recipients, generation: given.generation });
  const beside = join(dirname(file), keyFileName(given.book));
  // Nobody has opened it: it may be as old as the backup.
  const unused = await placeOf(beside, { recipients, generation: 0 });
  return [used, unused].filter((place, at, all) => {
    const isFirst = all.findIndex((each) => each.folder === place.folder) === at;
    return isFirst && place.sha256 !== undefined;
  });
}

async function placeOf(
  path: string,
  { recipients, generation }: Pick<Place, "recipients" | "generation">,
): Promise<Place> {
  const [folder, sha256] = [await nameOfFolder(dirname(path)), await keyFileSha256(path)];
  return { folder, recipients, generation, sha256 };
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
