import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "#kernel";
import { isFolderLocked } from "./folder-lock.ts";

const prefix = "skillnad-throw-away-";
/** Holds everybody's data in clear, with the keys of the cases: taken at once by whoever makes it. */
const drillPrefix = `${prefix}drill-`;

/** So long nobody has taken the folder or left it, in milliseconds. */
const tooYoungToSweep = 60 * 60_000;
const drillTooYoungToSweep = 10_000;

/** A folder for data that nobody will miss; those of programs that were killed are swept away. */
export async function makeThrowAwayFolder(
  clock: Clock,
  holds: "invented" | "drill" = "invented",
): Promise<{ readonly folder: string; readonly remove: () => void }> {
  await sweepThrowAwayFolders(clock);
  const folder = mkdtempSync(join(tmpdir(), holds === "drill" ? drillPrefix : prefix));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** What programs that were killed have left: a drill that ended so has left real data in clear. */
export async function sweepThrowAwayFolders(clock: Clock): Promise<void> {
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
  const tooYoung = folder.includes(drillPrefix) ? drillTooYoungToSweep : tooYoungToSweep;
  return Date.parse(clock.now()) - lstatSync(folder).mtimeMs > tooYoung;
}
