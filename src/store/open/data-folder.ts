import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Clock, done, type Instant, type Outcome, problem, refused } from "#kernel";
import type { StampKind } from "../schema.ts";
import { lockName, takeFolderLock } from "./folder-lock.ts";
import { findClosedFolder, serverIdentity } from "./server-identity.ts";
import { fileReason, writeWhole } from "./whole-file.ts";

/** What `skillnad.json` says of the folder it stands in. */
type Stamp = { readonly kind: StampKind; readonly format: number; readonly createdAt: Instant };

const format = 1;
const clusterName = "postgres";
const stampName = "skillnad.json";

/** What a start that was interrupted may leave behind, before there is a stamp. */
const ownNames =
  /^(secrets\.json|(skillnad|secrets)\.json\.unfinished|postgres\.log|runtime|socket|postgres\.new-\w+)$/;

/** A folder that is ours alone until released. */
export type DataFolder = {
  readonly path: string;
  /** Where the database cluster is, once there is one. */
  readonly cluster: string;
  /** Marks the folder for good; nothing is lost if it is marked already. */
  readonly stamp: (clock: Clock) => void;
  readonly release: () => Promise<void>;
};

/**
 * Makes the folder if need be, and takes it. Problems: data-folder-unusable (it holds something
 * else, or cannot be written), -kind, -version, -busy.
 */
export async function takeDataFolder(path: string, kind: StampKind): Promise<Outcome<DataFolder>> {
  try {
    // As root, the database's own user must pass through; what is secret inside has its own mode.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    const closed = checkWay(resolve(path));
    if (closed) return closed;
    mkdirSync(path, { recursive: true, mode });
    const folder = realpathSync(path);
    // Looked at before anything is written in it, and again when nobody else can write.
    const before = checkWay(folder) ?? checkFolder(folder, kind);
    if (before.kind === "refused") return before;
    if (mode === 0o711) chmodSync(folder, mode);
    const lock = await takeFolderLock(folder);
    if (lock.kind === "busy") {
      return refused(problem("data-folder-busy", folder, { pid: lock.pid }));
    }
    const found = checkFolder(folder, kind);
    if (found.kind === "refused") {
      await lock.release();
      return found;
    }
    return done({
      path: folder,
      cluster: join(folder, clusterName),
      stamp(clock) {
        if (found.value) return;
        const stamp: Stamp = { kind, format, createdAt: clock.now() };
        writeWhole(join(folder, stampName), `${JSON.stringify(stamp)}\n`, 0o644);
      },
      release: lock.release,
    });
  } catch (error) {
    return refused(problem("data-folder-unusable", path, { reason: fileReason(error) }));
  }
}

/** Whether the folders above let the database's own user through, where it has one. */
function checkWay(folder: string): Outcome<never> | undefined {
  const closed = findClosedFolder(dirname(folder), serverIdentity(join(folder, clusterName)));
  if (closed === undefined) return undefined;
  const reason = `started by root, the database runs as an unprivileged user, who may not enter ${closed}. Choose another folder with SKILLNAD_DATA.`;
  return refused(problem("data-folder-unusable", folder, { reason }));
}

/** The stamp, or nothing where the folder is free for use. */
function checkFolder(folder: string, wanted: StampKind): Outcome<Stamp | undefined> {
  const names = readdirSync(folder);
  if (names.includes(stampName)) return checkStamp(folder, wanted);
  const foreign = names.find((name) => !ownNames.test(name) && !isLock(folder, name));
  if (foreign === undefined) return done(undefined);
  const reason = `it holds «${foreign}» and no ${stampName}. Choose an empty folder with SKILLNAD_DATA.`;
  return refused(problem("data-folder-unusable", folder, { reason }));
}

/** What kind of data the folder has been stamped for; `undefined`: it has no stamp that can be read. */
export function stampedKind(folder: string): StampKind | undefined {
  const path = join(folder, stampName);
  return existsSync(path) ? parseStamp(readFileSync(path, "utf8"))?.kind : undefined;
}

/** Leaves the folder as it was before anything was made in it; the lock is still held. */
export function emptyDataFolder(folder: string): void {
  for (const name of [
    clusterName,
    stampName,
    "secrets.json",
    "postgres.log",
    "runtime",
    "socket",
  ]) {
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function checkStamp(folder: string, wanted: StampKind): Outcome<Stamp> {
  const stamp = parseStamp(readFileSync(join(folder, stampName), "utf8"));
  if (!stamp) {
    const reason = `its ${stampName} cannot be read. Restore it from a backup.`;
    return refused(problem("data-folder-unusable", folder, { reason }));
  }
  if (stamp.format !== format) {
    const details = { found: `format ${stamp.format}`, known: `format ${format}` };
    return refused(problem("data-folder-version", folder, details));
  }
  return stamp.kind === wanted
    ? done(stamp)
    : refused(problem("data-folder-kind", folder, { found: stamp.kind, wanted }));
}

function parseStamp(text: string): Stamp | undefined {
  try {
    const { kind, format, createdAt } = JSON.parse(text);
    const isStamp = (kind === "demo" || kind === "real") && typeof format === "number";
    return isStamp ? { kind, format, createdAt } : undefined;
  } catch {
    return undefined;
  }
}

function isLock(folder: string, name: string): boolean {
  return name === lockName && lstatSync(join(folder, name)).isSocket();
}
