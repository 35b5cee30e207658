import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Codebook } from "#codebook";
import { canonicalJson, done, type Outcome, type Problem, problem, refused } from "#kernel";
import type { DuckdbCounter } from "../counting/duckdb-counter.ts";
import { packedOnTheWay } from "../counting/packed-memory.ts";
import { flaggedConditions } from "./conditions.ts";
import { openExtractArchive } from "./extract-archive.ts";
import { extractHash } from "./extract-hash.ts";
import { asJson, describeExtract, ExtractManifest, extractFiles } from "./extract-manifest.ts";
import { type Extract, nationExtract, openNationCounter } from "./nation-extract.ts";
import { type NationLayout, nationLayout, relationsOf } from "./nation-layout.ts";
import { columnsOf } from "./relation.ts";
import { countRows } from "./write-extract.ts";

type OpenOptions = {
  readonly threads?: number | undefined;
  /** Earlier codebooks: those that its cases rest on are needed. */
  readonly versions?: readonly Codebook[] | undefined;
};

/**
 * Opens what `writeExtract` kept, in memory; the files may be removed afterwards. Refuses a folder
 * without a manifest, an extract of another codebook, and files that are not those of the manifest.
 */
export async function openExtract(
  folder: string,
  codebook: Codebook,
  { threads, versions = [] }: OpenOptions = {},
): Promise<Outcome<Extract>> {
  const read = await readManifest(folder);
  if (read.kind === "refused") return read;
  const manifest = read.value;
  const { id, version } = manifest.codebook;
  if (id !== codebook.id || version !== codebook.version) {
    const found = `${id} ${version}`;
    const wanted = `${codebook.id} ${codebook.version}`;
    return refused(problem("extract-other-codebook", folder, { found, wanted }));
  }
  const earlier = manifest.earlierCodebooks.flatMap((name) => versions.filter(isNamed(name)));
  if (earlier.length < manifest.earlierCodebooks.length) {
    const named = (each: Named) => `${each.id} ${each.version}`;
    const found = manifest.earlierCodebooks.map(named).join(", ");
    const wanted = versions.map(named).join(", ");
    return refused(problem("extract-other-codebook", folder, { found, wanted }));
  }
  const conditions = manifest.columns.cases.flatMap(({ condition }) => condition ?? []);
  const layout = nationLayout(
    [codebook, ...earlier],
    flaggedConditions(conditions.map((within) => ({ within }))),
  );
  const { rows, contentHash, ...description } = manifest;
  const expected = describeExtract(layout, manifest.round);
  if (canonicalJson(asJson(description)) !== canonicalJson(asJson(expected))) {
    return refused(altered(folder, "the columns are not those of the codebook"));
  }
  const counter = await openNationCounter(threads);
  const extract = nationExtract({ kind: "nation", round: manifest.round }, layout, counter);
  try {
    const hash = await load(folder, layout, counter, asJson(description));
    if (hash !== contentHash) throw new Error("the content hash is another");
    if (canonicalJson(await countRows(extract)) !== canonicalJson(rows)) {
      throw new Error("the number of rows is another");
    }
  } catch (reason) {
    counter.close();
    return refused(altered(folder, (reason as Error).message));
  }
  return done(extract);
}

type Named = Pick<Codebook, "id" | "version">;

function isNamed({ id, version }: Named): (codebook: Codebook) => boolean {
  return (codebook) => codebook.id === id && codebook.version === version;
}

async function readManifest(folder: string): Promise<Outcome<ExtractManifest>> {
  const path = join(folder, extractFiles.manifest);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (reason) {
    const { code, message } = reason as NodeJS.ErrnoException;
    if (code === "ENOENT") return refused(problem("extract-without-manifest", folder));
    return refused(problem("file-unreadable", path, { reason: message }));
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (reason) {
    return refused(problem("file-unreadable", path, { reason: (reason as Error).message }));
  }
  const parsed = ExtractManifest.safeParse(json);
  if (parsed.success) return done(parsed.data);
  const [issue] = parsed.error.issues;
  const reason = `${issue?.path.join(".")}: ${issue?.message}`;
  return refused(problem("file-unreadable", path, { reason }));
}

/** Moves all rows into the counter. @returns their hash. @throws where the files do not fit. */
async function load(
  folder: string,
  layout: NationLayout,
  counter: DuckdbCounter,
  description: Parameters<typeof extractHash>[0],
): Promise<string> {
  const hash = extractHash(description);
  const archive = await openExtractArchive(folder);
  let items = 0;
  try {
    for (const [index, relation] of relationsOf(layout).entries()) {
      const group = index === 0 ? undefined : layout.codebook.groups[index - 1]?.id;
      const columns = columnsOf(relation);
      const intake = await counter.createRelation(relation.name, columns);
      hash.begin(relation.name, columns);
      for await (const chunk of packedOnTheWay(archive.read(relation, group), counter)) {
        hash.add(chunk);
        intake.addChunk(chunk);
        if (group !== undefined) items += chunk.rowCount;
      }
      intake.finish();
    }
    await counter.pack();
    if (items !== (await archive.countItems())) throw new Error("rows of an unknown group");
  } finally {
    archive.close();
  }
  return hash.finish();
}

function altered(folder: string, reason: string): Problem {
  return problem("extract-altered", folder, { reason });
}
