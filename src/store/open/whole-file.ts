import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file that is there as a whole or not at all, also after a power cut. */
export function writeWhole(path: string, content: string, mode: number): void {
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, "wx", mode);
  try {
    // Not writeSync, which on a disk that is nearly full may write a part and say so only in passing.
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameDurably(unfinished, path);
}

/** A rename that a power cut cannot undo. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  if (process.platform === "win32") return;
  const folder = openSync(dirname(to), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const reasons: { readonly [code: string]: string } = {
  EACCES: "permission denied.",
  EPERM: "permission denied.",
  ENOTDIR: "it is not a folder.",
  EEXIST: "it is not a folder.",
  EROFS: "it cannot be written to.",
  ENOSPC: "the disk is full.",
};

/** Why a file could not be used, as the end of a sentence. @throws what is not a file's error. */
export function fileReason(error: unknown): string {
  if (!(error instanceof Error && "code" in error)) throw error;
  return reasons[String(error.code)] ?? `${error.message}.`;
}
