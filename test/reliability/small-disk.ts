import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own, as small as one likes. */
export type SmallDisk = {
  readonly folder: string;
  /** Leaves not one block free. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly remove: () => void;
};

/** `false`, or why this machine cannot have one. */
export const noSmallDisk =
  (process.platform !== "linux" && "needs Linux") ||
  (process.getuid?.() !== 0 && "needs to be root to mount a small file system") ||
  (!mayMount() && "may not mount a file system here");

/** @param megabytes in memory, as far as they are used. */
export function makeSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-disk-"));
  mount(folder, megabytes);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill() {
      const file = openSync(ballast, "a");
      for (const size of [1_000_000, 4096]) {
        while (hasWritten(file, Buffer.alloc(size)));
      }
      closeSync(file);
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove() {
      // Lazily: a process that was killed may hold it for a moment.
      execFileSync("umount", ["--lazy", folder]);
      rmdirSync(folder);
    },
  };
}

function mount(folder: string, megabytes: number): void {
  const options = `size=${megabytes}m,mode=755`;
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
}

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-disk-"));
  try {
    mount(folder, 1);
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

function hasWritten(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw reason;
  }
}
