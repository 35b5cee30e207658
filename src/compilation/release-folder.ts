import { createHash } from "node:crypto";
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { canonicalJson, done, type JsonValue, type Outcome, problem, refused } from "#kernel";
import { type ReleaseFile, ReleaseManifest, releaseFiles } from "./release-manifest.ts";

const manifestFile = "manifest.json";
/** Far more than a nation's tables; whoever hands over a larger file has another purpose. */
const mostBytes = 64 * 1024 * 1024;

/** What is to stand in the files of a release; the digests are added here. */
export type ReleaseContent = {
  readonly manifest: Omit<ReleaseManifest, "files" | "extract">;
  readonly files: { readonly [file in ReleaseFile]: unknown };
  /** Writes the extract into the folder and tells its content hash. */
  readonly writePrivate: (folder: string) => Promise<string>;
};

/** Where it cannot even be told, writing there will say why. */
export async function isTaken(folder: string): Promise<boolean> {
  return await lstat(folder).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a release beside its place and gives it its name when all of it is there: never half a
 * release, and never one in the place of another.
 */
export async function writeReleaseFolder(
  out: string,
  { manifest, files, writePrivate }: ReleaseContent,
): Promise<Outcome<void>> {
  let unfinished: string | undefined;
  try {
    if (await isTaken(out)) return refused(problem("release-exists", out));
    await mkdir(dirname(out), { recursive: true });
    unfinished = await mkdtemp(join(dirname(out), `.${basename(out)}-unfinished-`));
    await mkdir(join(unfinished, "public"));
    const extract = await writePrivate(join(unfinished, "private"));
    const digests: { [file: string]: string } = {};
    for (const file of Object.values(releaseFiles)) {
      const bytes = Buffer.from(lines(files[file]));
      digests[file] = sha256(bytes);
      await writeFile(join(unfinished, file), bytes);
    }
    await writeFile(
      join(unfinished, manifestFile),
      lines({ ...manifest, extract, files: digests }),
    );
    // It keeps the mode of a temporary folder, 0700: whoever publishes takes `public/` out of it.
    await rename(unfinished, out);
    return done(undefined);
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true });
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === "ENOTEMPTY") return refused(problem("release-exists", out));
    return refused(problem("release-unwritable", out, { reason: (error as Error).message }));
  }
}

export type ReleaseOnDisk = {
  readonly manifest: ReleaseManifest;
  /** Parsed JSON, as it was written. */
  readonly files: { readonly [file in ReleaseFile]: unknown };
};

/** Reads a release and compares every file with its digest; the extract stays where it is. */
export async function readReleaseFolder(folder: string): Promise<Outcome<ReleaseOnDisk>> {
  const written = parseJson(await readSmall(join(folder, manifestFile)));
  const parsed = ReleaseManifest.safeParse(written);
  if (!parsed.success) return refused(problem("release-not-one", folder, { file: manifestFile }));

  const damaged = (file: string) => refused(problem("release-damaged", folder, { file }));
  const found: { [file: string]: unknown } = {};
  for (const file of Object.values(releaseFiles)) {
    const bytes = await readSmall(join(folder, file));
    if (!bytes || sha256(bytes) !== parsed.data.files[file]) return damaged(file);
    found[file] = parseJson(bytes);
  }
  // Whoever publishes the folder publishes all of it: nothing may have been put there.
  const known: readonly string[] = Object.values(releaseFiles);
  for (const name of await readdir(join(folder, "public"))) {
    if (!known.includes(`public/${name}`)) return damaged(`public/${name}`);
  }
  return done({ manifest: parsed.data, files: found as ReleaseOnDisk["files"] });
}

/** `undefined` where there is no such file, or none that could be ours. */
async function readSmall(path: string): Promise<Buffer | undefined> {
  try {
    const { size } = await stat(path);
    return size > mostBytes ? undefined : await readFile(path);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

function parseJson(bytes: Buffer | undefined): unknown {
  try {
    return bytes && JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Canonical, and yet in lines: two releases can be compared by eye. */
function lines(content: unknown): string {
  const plain: JsonValue = JSON.parse(JSON.stringify(content));
  return `${JSON.stringify(JSON.parse(canonicalJson(plain)), null, 1)}\n`;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function codeOf(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === "string" && /^E[A-Z]+$/.test(code) ? code : undefined;
}
