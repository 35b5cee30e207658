import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { done, type Outcome, problem, refused } from "#kernel";
import { parseHeading, type ReleaseInFile, type SignedHeading } from "./release-file.ts";
import { isTaken, type PublishedTexts, readPublicTexts, unwritable } from "./release-folder.ts";

/** Instead of the manifest, where a release came as one file: its first line. */
const signedFile = "signed.json";

/** Puts a release that came as one file into a folder of its own: all of it or nothing. */
export async function unpackRelease(
  out: string,
  { line, texts }: ReleaseInFile,
): Promise<Outcome<void>> {
  if (await isTaken(out)) return refused(problem("release-exists", out));
  let unfinished: string | undefined;
  try {
    await mkdir(dirname(out), { recursive: true });
    unfinished = await mkdtemp(join(dirname(out), `.${basename(out)}-unfinished-`));
    await mkdir(join(unfinished, "public"));
    for (const [file, text] of Object.entries(texts)) await writeFile(join(unfinished, file), text);
    await writeFile(join(unfinished, signedFile), `${line}\n`);
    await rename(unfinished, out);
    return done(undefined);
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true });
    return unwritable(out, error);
  }
}

type PublishedOnDisk = {
  readonly heading: SignedHeading;
  /** SHA-256 of each file's bytes. */
  readonly digests: { readonly [file: string]: string };
  readonly texts: PublishedTexts;
};

/** `undefined` where the release did not come as one file. */
export async function readPublishedFolder(
  folder: string,
): Promise<Outcome<PublishedOnDisk> | undefined> {
  const line = await readFile(join(folder, signedFile), "utf8").catch(() => undefined);
  if (line === undefined) return undefined;
  const heading = parseHeading(line.trimEnd());
  if (typeof heading === "string") {
    return refused(problem("release-damaged", folder, { file: signedFile }));
  }
  const digests = Object.fromEntries(heading.files.map(({ name, sha256 }) => [name, sha256]));
  const texts = await readPublicTexts(folder, digests);
  return texts.kind === "refused" ? texts : done({ heading, digests, texts: texts.value });
}
