import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, swedishDay, swedishTime } from "#kernel";

/**
 * The names of one installation's backups in a folder that others may use too: none of theirs is ever
 * touched, nor those of before, which do not say whose they are.
 * @param mark of the installation: hexadecimal.
 */
function namesOf(mark: string) {
  const name = `skillnad-\\d{4}-\\d{2}-\\d{2}-\\d{4}-${mark}(-\\d+)?\\.skillnad`;
  return {
    whole: new RegExp(`^${name}$`),
    unfinished: new RegExp(`^${name}\\.[0-9a-f]+\\.unfinished$`),
  };
}

/** Where a backup of this moment goes: its name sorts by time. */
export function placeFor(folder: string, at: Instant, mark: string): string {
  const time = swedishTime(at).replace(/\D/g, "").slice(0, 4);
  const name = `skillnad-${swedishDay(at)}-${time}-${mark}`;
  for (let again = 1; ; again++) {
    const path = join(folder, `${name}${again === 1 ? "" : `-${again}`}.skillnad`);
    if (!existsSync(path)) return path;
  }
}

/**
 * The oldest go, of those that this installation has made: nothing else in the folder is touched.
 * @param made the last one, which stays also where a clock that was wrong has named others as newer.
 */
export async function keepNewest(
  folder: string,
  { keep, made, mark }: { readonly keep: number; readonly made: string; readonly mark: string },
): Promise<void> {
  const { whole } = namesOf(mark);
  const others = (await readdir(folder))
    .filter((name) => whole.test(name) && join(folder, name) !== made)
    .sort();
  for (const name of others.slice(0, 1 - keep)) await rm(join(folder, name), { force: true });
}

/** What a backup of ours that was killed has left. Only one is made at a time. */
export async function removeUnfinished(folder: string, mark: string): Promise<void> {
  const { unfinished } = namesOf(mark);
  for (const name of await readdir(folder)) {
    if (unfinished.test(name)) await rm(join(folder, name), { force: true });
  }
}
