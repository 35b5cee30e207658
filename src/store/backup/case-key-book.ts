import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CaseId } from "#kernel";
import { writeWhole } from "../open/whole-file.ts";
import { BackupFault } from "./backup-format.ts";
import { aloneIn } from "./book-lock.ts";
import { ownFolder } from "./carried-files.ts";
import {
  type CaseKeys,
  drawKey,
  linesOfCaseKeys,
  newCaseKeys,
  readCaseKeys,
  readCaseKeysHeading,
} from "./case-keys.ts";
import { writeKeyFile } from "./key-file.ts";

/** Folders whose key file could not be renewed: until it is, what was erased can be opened by it. */
export type StaleKeyFiles = { readonly staleKeyFiles: readonly string[] };

export type BackupPlace = { readonly folder: string; readonly recipients: readonly string[] };

/**
 * The keys by which backups hold cases, one for each. A backup carries none of them: without its key a
 * case stays unreadable in every backup that was ever made, wherever it lies.
 *
 * Every change is made under a lock that the system lets go of with its holder: the book is read, changed
 * and written as a whole file, so that the program and a command beside it lose nothing of each other's.
 */
export type CaseKeyBook = {
  /**
   * Destroys the keys of cases, for good, and renews the key file everywhere that backups were written.
   * Durable when it returns; again does no harm, and tries again what could not be renewed. Call it when
   * the cases are gone from the database and that is committed: a case that is erased is left out of
   * every backup from then on, also while it is still in the database.
   * @throws the file system's errors: then nothing is erased.
   */
  readonly erase: (cases: readonly CaseId[]) => Promise<StaleKeyFiles>;
  /** Renews key files that could not be renewed when something was erased. */
  readonly renew: () => Promise<StaleKeyFiles>;
  /**
   * The keys for a backup, made for those that have none: durable before anything is sealed by them.
   * The folder is remembered, so that erasing reaches the key file in it.
   */
  readonly keysFor: (cases: readonly string[], place: BackupPlace) => Promise<CaseKeys>;
  /** As the book is now, beside a backup that is about to be there. @returns where. */
  readonly writeKeyFile: (place: BackupPlace) => Promise<string>;
  /** `undefined`: no backup has been made and nothing erased. */
  readonly read: () => Promise<CaseKeys | undefined>;
  /** Goes on with keys that came with a backup; what was erased here stays erased. */
  readonly adopt: (keys: CaseKeys) => Promise<void>;
  /** Somebody has destroyed the key file in this folder: it is told of no more. */
  readonly forget: (folder: string) => Promise<void>;
  /** What a person may know of it, without reading all of it. */
  readonly look: () => Promise<BookLook | undefined>;
};

export type BookLook = StaleKeyFiles & {
  readonly book: string;
};

/** Below the files folder. */
export const bookName = `${ownFolder}/case-keys.jsonl`;

/** @param filesFolder where keys and releases lie; made if need be. */
export function openCaseKeyBook(filesFolder: string): CaseKeyBook {
  const folder = join(filesFolder, ownFolder);
  const path = join(filesFolder, bookName);

  async function read(): Promise<CaseKeys | undefined> {
    const text = await readFile(path, "utf8").catch((reason: NodeJS.ErrnoException) => {
      if (reason.code === "ENOENT") return undefined;
      throw reason;
    });
    if (text === undefined) return undefined;
    if (!text.endsWith("\n")) throw new BackupFault("case-keys-damaged", { at: path });
    return readCaseKeys(text.slice(0, -1).split("\n"));
  }

  function write(keys: CaseKeys): void {
    writeWhole(path, [...linesOfCaseKeys(keys)].join(""), 0o600);
  }

  async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return aloneIn(folder, work);
  }

  /** Key files that are older than the last erasing, written anew where that can be done. */
  async function renewStale(keys: CaseKeys): Promise<StaleKeyFiles> {
    const staleKeyFiles: string[] = [];
    const places = [];
    for (const place of keys.places) {
      let { generation } = place;
      if (generation < keys.erasedIn) {
        const renewed = await writeKeyFile(keys, place).catch(() => undefined);
        if (renewed === undefined) staleKeyFiles.push(place.folder);
        else generation = keys.generation;
      }
      places.push({ ...place, generation });
    }
    if (places.some(({ generation }, at) => generation !== keys.places[at]?.generation)) {
      write({ ...keys, places });
    }
    return { staleKeyFiles };
  }

  return {
    erase: (cases) =>
      alone(async () => {
        let book = (await read()) ?? newCaseKeys();
        const living = cases.filter((id) => book.keys.get(id) !== null);
        if (living.length > 0) {
          for (const id of living) book.keys.set(id, null);
          const generation = book.generation + 1;
          book = { ...book, generation, erasedIn: generation };
          write(book);
        }
        return renewStale(book);
      }),

    renew: () =>
      alone(async () => {
        const book = await read();
        return book === undefined ? { staleKeyFiles: [] } : renewStale(book);
      }),

    keysFor: (cases, { folder: to, recipients }) =>
      alone(async () => {
        const book = (await read()) ?? newCaseKeys();
        const known = book.keys.size;
        for (const id of cases) if (!book.keys.has(id)) book.keys.set(id, drawKey());
        const generation = book.keys.size > known ? book.generation + 1 : book.generation;
        const before = book.places.find((each) => each.folder === to);
        const place = { folder: to, recipients: [...recipients], generation: 0 };
        const others = book.places.filter((each) => each !== before);
        const places = [...others, { ...place, generation: before?.generation ?? generation }];
        const changed = { ...book, generation, places };
        write(changed);
        return changed;
      }),

    writeKeyFile: ({ folder: to, recipients }) =>
      alone(async () => {
        const book = await read();
        if (book === undefined) throw new BackupFault("case-keys-damaged", { at: path });
        const written = await writeKeyFile(book, { folder: to, recipients });
        const places = book.places.map((each) =>
          each.folder === to ? { ...each, generation: book.generation } : each,
        );
        write({ ...book, places });
        return written;
      }),

    read,

    adopt: (given) =>
      alone(async () => {
        const own = await read();
        const keys = new Map(given.keys);
        for (const [id, key] of own?.keys ?? []) if (key === null) keys.set(id, null);
        write({ ...given, keys, places: own?.places ?? [] });
      }),

    forget: (gone) =>
      alone(async () => {
        const book = await read();
        const places = book?.places.filter((each) => each.folder !== gone) ?? [];
        if (book !== undefined && places.length < book.places.length) write({ ...book, places });
      }),

    async look() {
      const heading = await readCaseKeysHeading(path);
      if (heading === undefined) return undefined;
      const { book, places, erasedIn } = heading;
      const stale = places.filter(({ generation }) => generation < erasedIn);
      return { book, staleKeyFiles: stale.map((each) => each.folder) };
    },
  };
}
