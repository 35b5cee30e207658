import { copyFile, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  emptyLedger,
  extendLedger,
  type Ledger,
  type LedgerCell,
  type LedgerHeading,
  ledgerText,
  readLedger,
} from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";

/** Beside the releases, so that they are kept and copied together. */
export function ledgerBeside(release: string): string {
  return join(dirname(release), "ledger.jsonl");
}

/** Where there is no file nothing has been published. Refused when it is damaged. */
export async function readLedgerFile(path: string): Promise<Outcome<Ledger>> {
  try {
    return readLedger(await readFile(path), path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return done(emptyLedger);
    if (code === undefined) throw error;
    return refused(problem("file-unreadable", path, { reason: (error as Error).message }));
  }
}

export type LedgerEntry = {
  /** The head that the release was made by. */
  readonly follows: string;
  readonly heading: LedgerHeading;
  readonly cells: readonly LedgerCell[];
};

/**
 * Enters a release and then gives it its place: a release that lies there is always in the ledger. When
 * `publish` refuses, the ledger is as it was. Refused when another release has been entered since
 * `follows`, and while another is being entered: of two at once only one is published.
 */
export async function enterInLedgerFile(
  path: string,
  { follows, heading, cells }: LedgerEntry,
  publish: () => Promise<Outcome<void>>,
): Promise<Outcome<void>> {
  const lock = `${path}.lock`;
  try {
    await (await open(lock, "wx", 0o600)).close();
  } catch (error) {
    if (codeOf(error) === "EEXIST") return refused(problem("ledger-busy", lock));
    return unwritable(path, error);
  }
  try {
    const ledger = await readLedgerFile(path);
    if (ledger.kind === "refused") return ledger;
    if (ledger.value.head !== follows) return refused(problem("ledger-changed", path));
    await replace(path, ledgerText(extendLedger(ledger.value, heading, cells)));
    let published: Outcome<void> | undefined;
    try {
      published = await publish();
    } finally {
      if (published?.kind !== "done") await replace(path, ledgerText(ledger.value));
    }
    return published;
  } catch (error) {
    return unwritable(path, error);
  } finally {
    await rm(lock, { force: true });
  }
}

/** Takes away the lock of a program that ended while it entered a release: nobody else may be doing so. */
export async function unlockLedgerFile(path: string): Promise<void> {
  await rm(`${path}.lock`, { force: true });
}

/** Where nothing has been published there is none, and none is copied. */
export async function copyLedgerFile(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
}

/** All of it or nothing, whenever the power goes. */
async function replace(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await writeThrough(unfinished, text);
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}

/** On the disk when it answers; for its owner alone. */
export async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some systems cannot: there the rename itself is written through. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function unwritable(path: string, error: unknown): Outcome<never> {
  if (codeOf(error) === undefined) throw error;
  return refused(problem("ledger-unwritable", path, { reason: (error as Error).message }));
}

function codeOf(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === "string" && /^E[A-Z]+$/.test(code) ? code : undefined;
}
