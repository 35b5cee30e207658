import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, swedishDay, swedishTime } from "#kernel";

const ours = /^skillnad-\d{4}-\d{2}-\d{2}-\d{4}(-\d+)?\.skillnad$/;
const unfinished = /^skillnad-[\d-]+\.skillnad\.unfinished$/;

/** Where a backup of this moment goes: its name sorts by time. */
export function placeFor(folder: string, at: Instant): string {
  const name = `skillnad-${swedishDay(at)}-${swedishTime(at).replace(/\D/g, "").slice(0, 4)}`;
  for (let again = 1; ; again++) {
    const path = join(folder, `${name}${again === 1 ? "" : `-${again}`}.skillnad`);
    if (!existsSync(path)) return path;
  }
}

/**
 * The oldest go, of those that this program has made: nothing else in the folder is touched.
 * @param made the last one, which stays also where a clock that was wrong has named others as newer.
 */
export async function keepNewest(folder: string, keep: number, made: string): Promise<void> {
  const others = (await readdir(folder))
    .filter((name) => ours.test(name) && join(folder, name) !== made)
    .sort();
  for (const name of others.slice(0, 1 - keep)) await rm(join(folder, name), { force: true });
}

/** What a backup that was killed has left. Only one is made at a time. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (unfinished.test(name)) await rm(join(folder, name), { force: true });
  }
}
