import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Root can take the network away, become somebody else, and put the whole machine behind glass. */
export const isRoot = process.getuid?.() === 0;
export const isLinux = process.platform === "linux" && process.arch === "x64";

export type GivenPackage = { readonly folder: string; readonly remove: () => void };

/** The archive as `npm run package` makes it (packed faster), unpacked where anybody may read it. */
export function givenPackage(): GivenPackage {
  const place = mkdtempSync(join(tmpdir(), "skillnad-package-"));
  chmodSync(place, 0o755);
  const archive = join(place, "skillnad.tar.gz");
  sure(process.execPath, ["scripts/package.ts", "--out", archive, "--level", "1"]);
  const unpacked = join(place, "unpacked");
  mkdirSync(unpacked);
  sure("tar", ["--extract", "--gzip", "--file", archive, "--directory", unpacked, "--strip=1"]);
  rmSync(archive);
  return { folder: unpacked, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** Whether the kernel lets us have a machine of our own: a copy of this one, thrown away afterwards. */
export function mayHaveOwnMachine(): boolean {
  return (
    isRoot && spawnSync("unshare", ["-mn", "true"]).status === 0 && existsSync("/usr/sbin/chroot")
  );
}

/** @returns what it wrote. @throws with what it wrote, when it fails. */
export function sure(command: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    encoding: "utf8",
    maxBuffer: 50_000_000,
  });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${error ?? stderr + stdout}`);
  return stdout;
}
