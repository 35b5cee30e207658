import { readdir, realpath, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { CaseKeys, Place } from "./case-keys.ts";
import { keyFileName, keyFileSha256, writeKeyFile } from "./key-file.ts";

/** One folder has one name, whatever way somebody took to it. */
export async function nameOfFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder));
}

/** The key file as the book is now, in its place, and what is to be remembered of it. */
export async function placeKeyFile(
  keys: CaseKeys,
  { folder, recipients }: Pick<Place, "folder" | "recipients">,
): Promise<{ readonly path: string; readonly place: Place }> {
  await removeUnfinished(folder, keyFileName(keys.book));
  const { path, sha256 } = await writeKeyFile(keys, { folder, recipients });
  return { path, place: { folder, recipients, generation: keys.generation, sha256 } };
}

/**
 * Takes the older one's place, and only that one's: where a disk is not mounted its folder is there and
 * empty, and what would be written to it leaves the key file that opens erased cases where it is.
 * @returns `undefined`: it is not there as it was left, or cannot be written.
 */
export async function renewKeyFile(keys: CaseKeys, place: Place): Promise<Place | undefined> {
  if (!place.isAwaited && !(await isThereAsLeft(keys.book, place))) return undefined;
  const placed = await placeKeyFile(keys, place).catch(() => undefined);
  return placed?.place;
}

export async function isThereAsLeft(book: string, { folder, sha256 }: Place): Promise<boolean> {
  const found = await keyFileSha256(join(folder, keyFileName(book)));
  return found !== undefined && (sha256 === undefined || found === sha256);
}

/** Everybody who is named, each once. */
export function united(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

/** Of this key file alone, left by a program that was killed: nobody else writes it meanwhile. */
async function removeUnfinished(folder: string, name: string): Promise<void> {
  for (const each of await readdir(folder)) {
    const isLeft = each.startsWith(`${name}.`) && each.endsWith(".unfinished");
    if (isLeft) await rm(join(folder, each), { force: true });
  }
}
