import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "#kernel";
import { isFolderLocked } from "./folder-lock.ts";

const prefix = "skillnad-throw-away-";

/** So long nobody has taken the folder or left it, in milliseconds. */
const tooYoungToSweep = 60 * 60_000;

/** A folder for data that nobody will miss; those of programs that were killed are swept away. */
export async function makeThrowAwayFolder(
  clock: Clock,
): Promise<{ readonly folder: string; readonly remove: () => void }> {
  await sweep(clock);
  const folder = mkdtempSync(join(tmpdir(), prefix));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function sweep(clock: Clock): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (await isAbandoned(folder, clock)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another person's, or just being removed by its owner.
    }
  }
}

async function isAbandoned(folder: string, clock: Clock): Promise<boolean> {
  if (await isFolderLocked(folder)) return false;
  // Between one that has filled it and the one that opens it, it is nobody's for a while.
  return Date.parse(clock.now()) - lstatSync(folder).mtimeMs > tooYoungToSweep;
}
