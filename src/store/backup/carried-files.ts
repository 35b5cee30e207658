import { createHash } from "node:crypto";
import {
  chmod,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { BackupFault, damaged } from "./backup-format.ts";

/** What is of this machine's backups alone: the book of keys, which no backup may carry; when and where. */
export const ownFolder = "backups";

/** What only lies there while it is looked at, and what is kept from every backup. */
// Some systems take large letters for small ones, and leave out a dot or a space at a name's end.
const notCarried = new RegExp(`^(intake|${ownFolder})[. ]*(/|$)`, "i");

/** Whether a file of this name may come out of a backup. */
export function isCarried(name: string): boolean {
  return !notCarried.test(name);
}

/** So much of a file is a line, before it is base64. */
const pieceBytes = 96 * 1024;

/** Every file below the folder that is kept, by its name with `/`, in order. */
export async function listCarried(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  async function look(below: string): Promise<void> {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(ifGone);
    for (const entry of entries ?? []) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (!isCarried(name)) continue;
      if (entry.isDirectory()) await look(name);
      else if (entry.isFile()) names.push(name);
    }
  }
  await look("");
  return names.sort();
}

export type OpenCarried = {
  readonly mode: number;
  readonly pieces: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
};

/** `undefined`: it is gone since the folder was listed, as what is being worked on may be. */
export async function openCarried(folder: string, name: string): Promise<OpenCarried | undefined> {
  const file = await open(join(folder, name)).catch(ifGone);
  if (file === undefined) return undefined;
  const { mode } = await file.stat();
  return { mode: mode & 0o777, pieces: () => piecesOf(file), close: () => file.close() };
}

async function* piecesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

function ifGone(reason: NodeJS.ErrnoException): undefined {
  if (reason.code !== "ENOENT") throw reason;
}

/** Files of a backup, beside their place until everything else is done. */
export type FilesToPlace = {
  readonly begin: (
    name: string,
    mode: number,
  ) => Promise<{
    readonly write: (piece: Buffer) => Promise<void>;
    /** @returns the SHA-256 of what was written. */
    readonly end: () => Promise<string>;
  }>;
  /** Puts them in their place. What was there already, and is the same, stays. */
  readonly place: () => Promise<void>;
  /** Takes away what is not wanted after all, also what has been placed. */
  readonly discard: () => Promise<void>;
  /** Nothing more will be taken away. */
  readonly keep: () => Promise<void>;
};

export function filesToPlace(folder: string): FilesToPlace {
  const aside = `${folder}.restoring`;
  let isBegun = false;
  const staged: { readonly name: string; readonly sha256: string }[] = [];
  const placed: string[] = [];
  return {
    async begin(name, mode) {
      if (!isInside(name)) throw damaged("a file's name");
      // What a restoring that was killed has left: nobody else restores to the same place meanwhile.
      if (!isBegun) await rm(aside, { recursive: true, force: true });
      isBegun = true;
      const path = join(aside, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, "wx", 0o600);
      const hash = createHash("sha256");
      return {
        async write(piece) {
          hash.update(piece);
          await file.writeFile(piece);
        },
        async end() {
          await file.chmod(mode);
          await file.sync();
          await file.close();
          const sha256 = hash.digest("hex");
          staged.push({ name, sha256 });
          return sha256;
        },
      };
    },
    async place() {
      for (const { name, sha256 } of staged) {
        const path = join(folder, name);
        const there = await readFile(path).catch(ifGone);
        if (there !== undefined) {
          if (createHash("sha256").update(there).digest("hex") === sha256) continue;
          throw new BackupFault("restore-not-empty", { found: `another file ${path}` });
        }
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rename(join(aside, name), path);
        placed.push(path);
      }
      if (staged.length > 0) await chmod(folder, 0o700);
    },
    async discard() {
      for (const path of placed.splice(0)) await rm(path, { force: true });
      await rm(aside, { recursive: true, force: true });
    },
    async keep() {
      placed.length = 0;
      await rm(aside, { recursive: true, force: true });
    },
  };
}

/** A name from a backup may lead nowhere but below the folder, on any system. */
function isInside(name: string): boolean {
  if (name.includes("\\") || name.includes("\0") || name.includes(":")) return false;
  return name.split("/").every((part) => !/^[. ]*$/.test(part));
}
