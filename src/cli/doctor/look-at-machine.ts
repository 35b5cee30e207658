import { lstatSync, realpathSync, statfsSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname } from "node:path";
import { type Finding, finding } from "./finding.ts";

const gigabyte = 1_000_000_000;

/** The shipped one is; a clone's may be older. */
export function lookAtNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNew = major > 24 || (major === 24 && minor >= 7);
  return finding(isNew ? "node-known" : "node-old", { version });
}

export function lookAtMemory(): Finding {
  // A container may have been given less than the machine has.
  const given = process.constrainedMemory();
  const total = given > 0 ? Math.min(given, totalmem()) : totalmem();
  const told = { total: Number((total / gigabyte).toFixed(1)) };
  return finding(total < 0.95 * gigabyte ? "memory-low" : "memory-enough", told);
}

export type FolderLook = {
  readonly findings: readonly Finding[];
  /** Whether there is a database in it that can be looked at. */
  readonly isStamped: boolean;
};

/** @param readStamp what kind of data the folder is stamped for; `undefined`: none yet. */
export function lookAtFolder(
  path: string,
  readStamp: (path: string) => string | undefined,
): FolderLook {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      return { findings: [finding("folder-missing", { path }), ...disk(path)], isStamped: false };
    }
    const folder = realpathSync(path);
    const { uid, mode } = lstatSync(folder);
    const me = process.getuid?.();
    if (me !== undefined && uid !== me) {
      return { findings: [finding("folder-owner", { path })], isStamped: false };
    }
    const kind = readStamp(folder);
    // As root the database's own user must pass through, without seeing what lies there.
    const open = process.platform === "win32" ? 0 : mode & (me === 0 ? 0o066 : ~0o700 & 0o777);
    const told =
      open !== 0
        ? finding("folder-open", {
            path,
            mode: (mode & 0o777).toString(8),
            wanted: me === 0 ? "711" : "700",
          })
        : kind === undefined
          ? finding("folder-unstamped", { path })
          : finding("folder-sound", { path, kind });
    return { findings: [told, ...disk(folder)], isStamped: kind !== undefined };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    return { findings: [finding("folder-unreadable", { path, reason })], isStamped: false };
  }
}

/** Of the folder, or of the one that it will be made in. */
function disk(path: string): readonly Finding[] {
  try {
    const { bavail, bsize } = statfsSync(path);
    const free = (bavail * bsize) / gigabyte;
    const code = free < 0.5 ? "disk-full" : free < 5 ? "disk-low" : "disk-room";
    return [finding(code, { free: Number(free.toFixed(1)) }), finding("disk-encryption-unknown")];
  } catch {
    return dirname(path) === path ? [] : disk(dirname(path));
  }
}
