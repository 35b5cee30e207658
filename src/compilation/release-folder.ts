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
import {
  privateFiles,
  publicFiles,
  type ReleaseFile,
  ReleaseManifest,
  releaseFiles,
} from "./release-manifest.ts";

const manifestFile = "manifest.json";
/** Far more than the tables of a whole country; whoever hands over a larger file has another purpose. */
const mostBytes = 256 * 1024 * 1024;

/** What is to stand in the files of a release; the digests are added here. */
export type ReleaseContent = {
  readonly manifest: Omit<ReleaseManifest, "files" | "extract">;
  /** By file: its text. */
  readonly files: { readonly [file in ReleaseFile]: string };
  /** Writes the extract into the folder and tells its content hash. */
  readonly writePrivate: (folder: string) => Promise<string>;
  /**
   * Enters the release, by the hash of its manifest, in the ledger and lets it have its place then: the
   * ledger is as it was before where `publish` refuses.
   */
  readonly enter: (
    release: string,
    publish: () => Promise<Outcome<void>>,
  ) => Promise<Outcome<void>>;
  /** Once it is aborted nothing is left behind. */
  readonly signal?: AbortSignal | undefined;
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
  { manifest, files, writePrivate, enter, signal }: ReleaseContent,
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
      const bytes = Buffer.from(files[file]);
      digests[file] = sha256(bytes);
      await writeFile(join(unfinished, file), bytes);
    }
    const written = plainLines({ ...manifest, extract, files: digests });
    await writeFile(join(unfinished, manifestFile), written);
    const from = unfinished;
    const outcome = signal?.aborted
      ? refused(problem("audit-cancelled", out))
      : await enter(sha256(written), () => giveItsPlace(from, out, signal));
    if (outcome.kind === "refused") await rm(unfinished, { recursive: true, force: true });
    return outcome;
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true });
    return unwritable(out, error);
  }
}

/** It keeps the mode of a temporary folder, 0700: whoever publishes takes `public/` out of it. */
export async function giveItsPlace(
  from: string,
  out: string,
  signal?: AbortSignal | undefined,
): Promise<Outcome<void>> {
  if (signal?.aborted) return refused(problem("audit-cancelled", out));
  try {
    await rename(from, out);
    return done(undefined);
  } catch (error) {
    return unwritable(out, error);
  }
}

export function unwritable(out: string, error: unknown): Outcome<never> {
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (code === "ENOTEMPTY") return refused(problem("release-exists", out));
  return refused(problem("release-unwritable", out, { reason: (error as Error).message }));
}

/** Releases in this folder, as their own manifests tell of them; with their hashes, by which the ledger names them. */
export async function releasesIn(
  folder: string,
): Promise<readonly { readonly release: string; readonly manifest: ReleaseManifest }[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.toSorted().map(async (name) => {
      // What was left unfinished has never been published.
      if (name.startsWith(".")) return [];
      const bytes = await readSmall(join(folder, name, manifestFile));
      const read = ReleaseManifest.safeParse(parseJson(bytes?.toString("utf8")));
      return bytes && read.success ? [{ release: sha256(bytes), manifest: read.data }] : [];
    }),
  );
  return found.flat();
}

/** Of its manifest, by which the ledger names it; `undefined` where there is none. */
export async function hashOfRelease(folder: string): Promise<string | undefined> {
  const bytes = await readSmall(join(folder, manifestFile));
  return bytes && sha256(bytes);
}

export async function makeFolderFor(out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
}

/** As they were written. */
export type PublishedTexts = {
  readonly [file in (typeof publicFiles)[keyof typeof publicFiles]]: string;
};

type ReleaseOnDisk = {
  readonly manifest: ReleaseManifest;
  /** Of the manifest, by which the ledger names the release. */
  readonly hash: string;
  readonly texts: PublishedTexts;
};

/** Reads a release and compares every file with its digest; the extract stays where it is. */
export async function readReleaseFolder(folder: string): Promise<Outcome<ReleaseOnDisk>> {
  const bytes = await readSmall(join(folder, manifestFile));
  const parsed = ReleaseManifest.safeParse(parseJson(bytes?.toString("utf8")));
  if (!bytes || !parsed.success) {
    return refused(problem("release-not-one", folder, { file: manifestFile }));
  }
  const texts = await readPublicTexts(folder, parsed.data.files);
  if (texts.kind === "refused") return texts;
  for (const file of Object.values(privateFiles)) {
    const content = await readSmall(join(folder, file));
    if (!content || sha256(content) !== parsed.data.files[file]) return damaged(folder, file);
  }
  return done({ manifest: parsed.data, hash: sha256(bytes), texts: texts.value });
}

/** What everybody may have of it: each file as its digest says, and nothing beside them. */
export async function readPublicTexts(
  folder: string,
  digests: { readonly [file: string]: string },
): Promise<Outcome<PublishedTexts>> {
  const found: { [file: string]: string } = {};
  const known: readonly string[] = Object.values(publicFiles);
  for (const file of known) {
    const bytes = await readSmall(join(folder, file));
    if (!bytes || sha256(bytes) !== digests[file]) return damaged(folder, file);
    found[file] = bytes.toString("utf8");
  }
  // Whoever publishes the folder publishes all of it: nothing may have been put there.
  for (const name of await readdir(join(folder, "public"))) {
    if (!known.includes(`public/${name}`)) return damaged(folder, `public/${name}`);
  }
  return done(found as PublishedTexts);
}

function damaged(folder: string, file: string): Outcome<never> {
  return refused(problem("release-damaged", folder, { file }));
}

/**
 * What everybody may have of a release, as it was written, by its name there («tables.csv»); read when it is
 * asked for. `undefined` for any other name, and where it is not as it was written.
 */
export async function openData(
  folder: string,
  digests: { readonly [file: string]: string },
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = Object.values(publicFiles).find((each) => each === `public/${name}`);
  const bytes = file && (await readSmall(join(folder, file)));
  return bytes && sha256(bytes) === digests[file] ? new Uint8Array(bytes) : undefined;
}

/** Files of a folder that may be no release, as they are; `undefined` where there is none. */
export async function readTexts<File extends string>(
  folder: string,
  files: readonly File[],
): Promise<{ readonly [file in File]?: string }> {
  const found: { [file in File]?: string } = {};
  for (const file of files) {
    const bytes = await readSmall(join(folder, file));
    if (bytes) found[file] = bytes.toString("utf8");
  }
  return found;
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

/** `undefined` where it is no JSON. */
export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Canonical, and yet in lines: two releases can be compared by eye. */
export function plainLines(content: unknown): string {
  const plain: JsonValue = JSON.parse(JSON.stringify(content));
  return `${JSON.stringify(JSON.parse(canonicalJson(plain)), null, 1)}\n`;
}

export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function codeOf(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === "string" && /^E[A-Z]+$/.test(code) ? code : undefined;
}
