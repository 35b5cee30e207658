import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurn } from "#store/testing";

/** Where `global-setup.ts` leaves the path of the run's folder. */
export const folderVariable = "SKILLNAD_TEST_FOLDER";

let own: string | undefined;

/**
 * A folder with something in it that takes long to make and that several test files read. The first that
 * asks makes it, the others wait for that; it is gone when the run ends.
 * @param name of what `make` makes, and nothing else is called so: lower-case letters, digits and `-`.
 * @returns its path; nobody may change anything in it.
 */
export async function madeOnce(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const within = process.env[folderVariable] ?? ownFolder();
  const folder = join(within, name);
  await inTurn(name, async () => {
    if (existsSync(folder)) return;
    const unfinished = mkdtempSync(`${folder}-`);
    await make(unfinished);
    renameSync(unfinished, folder);
  });
  return folder;
}

/** Of a file that is run alone. */
function ownFolder(): string {
  if (own === undefined) {
    const folder = makeFolder();
    process.on("exit", () => removeFolder(folder));
    own = folder;
  }
  return own;
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "skillnad-made-once-"));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
