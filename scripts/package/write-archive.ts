import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/**
 * The folder as one file: the same content gives the same bytes, whoever packs it, when, and in what
 * order the disk tells its names.
 * @param epoch the time that every file gets, seconds since 1970.
 * @param level of compression, 1–9.
 */
export async function writeArchive(
  folder: string,
  { out, epoch, level }: { readonly out: string; readonly epoch: number; readonly level: number },
): Promise<void> {
  const unfinished = `${out}.unfinished`;
  const tar = spawn(
    "tar",
    [
      ...["--create", "--format=ustar", "--sort=name", `--mtime=@${epoch}`],
      ...["--owner=0", "--group=0", "--numeric-owner", "--mode=u+rwX,go+rX,go-w"],
      ...["--directory", dirname(folder), basename(folder)],
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LC_ALL: "C" } },
  );
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>();
  tar.once("close", resolve);
  tar.once("error", () => reject(new Error("GNU tar is needed to make the archive.")));
  try {
    await Promise.all([
      ended.then((code) => {
        if (code !== 0) throw new Error(`tar ended with ${code}`);
      }),
      pipeline(tar.stdout, createGzip({ level }), createWriteStream(unfinished)),
    ]);
    await rename(unfinished, out);
  } finally {
    await rm(unfinished, { force: true });
  }
}
