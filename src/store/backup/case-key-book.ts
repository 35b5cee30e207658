import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
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
  type Place,
  readCaseKeys,
  readCaseKeysHeading,
} from "./case-keys.ts";
import {
  isThereAsLeft,
  nameOfFolder,
  placeKeyFile,
  renewKeyFile,
  united,
} from "./key-file-places.ts";

/**
 * Folders whose key file could not be renewed, or was not there to be: until it is, what was erased can be
 * opened by it. A backup to the folder clears that, or somebody who says that the file is destroyed.
 */
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
   * The folder is remembered, so that erasing reaches the key file in it, and everybody to whom one was
   * ever sealed there: earlier backups are theirs too.
   */
  readonly keysFor: (cases: readonly string[], place: BackupPlace) => Promise<CaseKeys>;
  /** As the book is now, beside a backup that is about to be there, for all receivers there. @returns where. */
  readonly writeKeyFile: (place: BackupPlace) => Promise<string>;
  /** Somebody has decided that these open no more of what lies in the folders. */
  readonly dropReceivers: (change: DroppedReceivers) => Promise<void>;
  /** Its id; a book is begun where there is none. */
  readonly id: () => Promise<string>;
  /** `undefined`: no backup has been made and nothing erased. */
  readonly read: () => Promise<CaseKeys | undefined>;
  /** Goes on with keys that came with a backup, and where they lay; what was erased here stays erased. */
  readonly adopt: (keys: CaseKeys) => Promise<void>;
  /** Somebody has destroyed the key file in this folder: it is told of no more. `left`: it lies there. */
  readonly forget: (folder: string) => Promise<"forgotten" | "left">;
  /** What a person may know of it, without reading all of it. */
  readonly look: () => Promise<BookLook | undefined>;
};

export type DroppedReceivers = {
  readonly folders: readonly string[];
  readonly dropped: readonly string[];
  /** For a folder where nobody else is left. */
  readonly instead: readonly string[];
};

export type BookLook = StaleKeyFiles & {
  readonly book: string;
  /** Where a key file was written. */
  readonly keyFilesIn: readonly string[];
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
    const places: Place[] = [];
    for (const place of keys.places) {
      const isStale = place.generation < keys.erasedIn;
      const renewed = isStale ? await renewKeyFile(keys, place) : place;
      if (renewed === undefined) staleKeyFiles.push(place.folder);
      places.push(renewed ?? place);
    }
    if (places.some((place, at) => place !== keys.places[at])) write({ ...keys, places });
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

    keysFor: (cases, { folder, recipients }) =>
      alone(async () => {
        const to = await nameOfFolder(folder);
        const book = (await read()) ?? newCaseKeys();
        const known = book.keys.size;
        for (const id of cases) if (!book.keys.has(id)) book.keys.set(id, drawKey());
        const generation = book.keys.size > known ? book.generation + 1 : book.generation;
        const before = book.places.find((each) => each.folder === to);
        const place: Place =
          before === undefined
            ? { folder: to, recipients: united([], recipients), generation, isAwaited: true }
            : { ...before, recipients: united(before.recipients, recipients) };
        const places = [...book.places.filter((each) => each !== before), place];
        const changed = { ...book, generation, places };
        write(changed);
        return changed;
      }),

    writeKeyFile: ({ folder, recipients }) =>
      alone(async () => {
        const to = await nameOfFolder(folder);
        const book = await read();
        if (book === undefined) throw new BackupFault("case-keys-damaged", { at: path });
        const before = book.places.find((each) => each.folder === to);
        const all = united(before?.recipients ?? [], recipients);
        const written = await placeKeyFile(book, { folder: to, recipients: all });
        write({
          ...book,
          places: [...book.places.filter((each) => each !== before), written.place],
        });
        return written.path;
      }),

    dropReceivers: ({ folders, dropped, instead }) =>
      alone(async () => {
        const book = await read();
        if (book === undefined) return;
        const names = await Promise.all(folders.map(nameOfFolder));
        const places: Place[] = [];
        for (const place of book.places) {
          const left = place.recipients.filter((each) => !dropped.includes(each));
          const isMeant = names.includes(place.folder) && left.length < place.recipients.length;
          const changed = { ...place, recipients: left.length > 0 ? left : [...instead] };
          // Where it cannot be sealed anew now, the next backup or erasing does it.
          const renewed = isMeant && !place.isAwaited && (await renewKeyFile(book, changed));
          places.push(isMeant ? renewed || changed : place);
        }
        write({ ...book, places });
      }),

    id: () =>
      alone(async () => {
        const known = await read();
        if (known !== undefined) return known.book;
        const book = newCaseKeys();
        write(book);
        return book.book;
      }),

    read,

    adopt: (given) =>
      alone(async () => {
        const own = await read();
        const keys = new Map(given.keys);
        for (const [id, key] of own?.keys ?? []) if (key === null) keys.set(id, null);
        const places = [...(own?.places ?? [])];
        for (const place of given.places) {
          const at = places.findIndex(({ folder: known }) => known === place.folder);
          if (at < 0) places.push(place);
          else places[at] = unitedPlaces(places[at] ?? place, place);
        }
        write({ ...given, keys, places });
      }),

    forget: (gone) =>
      alone(async () => {
        const names = [resolve(gone), await nameOfFolder(gone)];
        const book = await read();
        if (book === undefined) return "forgotten";
        for (const name of names) {
          const anyFile = { folder: name, recipients: [], generation: 0 };
          if (await isThereAsLeft(book.book, anyFile)) return "left";
        }
        const places = book.places.filter((each) => !names.includes(each.folder));
        if (places.length < book.places.length) write({ ...book, places });
        return "forgotten";
      }),

    async look() {
      const heading = await readCaseKeysHeading(path);
      if (heading === undefined) return undefined;
      const { book, places, erasedIn } = heading;
      const stale = places.filter(({ generation }) => generation < erasedIn);
      const written = places.filter(({ isAwaited }) => !isAwaited);
      return {
        book,
        staleKeyFiles: stale.map((each) => each.folder),
        keyFilesIn: written.map((each) => each.folder),
      };
    },
  };
}

/** As it was found now; for everybody who was named, and no newer than either says. */
function unitedPlaces(known: Place, found: Place): Place {
  const generation = Math.min(known.generation, found.generation);
  return { ...found, generation, recipients: united(known.recipients, found.recipients) };
}
