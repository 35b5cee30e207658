import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { BackupFault } from "./backup-format.ts";

/** So long somebody waits for another; the longest holder seals a key file. */
const mostMillisecondsWaited = 120_000;
const betweenTries = 25;

/**
 * Does the work while nobody else does it in this folder, in any process. The lock is the system's own on
 * a file, by SQLite, which is empty and holds nothing: Node.js has no other way to one. It goes with its
 * holder, however that ends. A socket, as a data folder has, does not hold where many wait for it: two
 * that find a dead holder at the same time may both take its place.
 * @throws a fault when it waited too long.
 */
export async function aloneIn<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let waited = 0; ; waited += betweenTries) {
    const lock = take(join(folder, "lock"));
    if (lock !== undefined) {
      try {
        return await work();
      } finally {
        lock.close();
      }
    }
    if (waited >= mostMillisecondsWaited) throw new BackupFault("case-keys-busy");
    await pause(betweenTries);
  }
}

const busy = 5;

function take(path: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
    throw error;
  }
}
