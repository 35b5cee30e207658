import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "#kernel";
import { openExtractArchive } from "./extract-archive.ts";
import { extractHash } from "./extract-hash.ts";
import { asJson, describeExtract, type ExtractManifest, extractFiles } from "./extract-manifest.ts";
import type { Extract } from "./nation-extract.ts";
import { closedFlag, columnsOf, type Relation, startedFlag } from "./relation.ts";

/**
 * Keeps an extract as two Parquet files and the manifest that explains them. The folder is made where
 * it is not there. The manifest comes last: a folder without one holds no extract.
 */
export async function writeExtract(extract: Extract, folder: string): Promise<ExtractManifest> {
  const { layout, counter, scope } = extract;
  const description = describeExtract(layout, scope.round);
  const hash = extractHash(asJson(description));
  await mkdir(folder, { recursive: true });
  const manifestPath = join(folder, extractFiles.manifest);
  await rm(manifestPath, { force: true });
  const archive = await openExtractArchive(folder);
  async function handOver(relation: Relation): Promise<void> {
    const intake = await archive.createRelation(relation);
    hash.begin(relation.name, columnsOf(relation));
    for await (const chunk of counter.chunksOf(relation.name)) {
      hash.add(chunk);
      intake.addChunk(chunk);
    }
    intake.finish();
  }
  async function handOverItems(): Promise<void> {
    for (const relation of layout.items) await handOver(relation);
    await archive.writeItems(layout);
  }
  try {
    await handOver(layout.cases);
    // Also where one fails, the other must have ended before the archive is closed.
    const written = await Promise.allSettled([archive.writeCases(layout), handOverItems()]);
    for (const each of written) if (each.status === "rejected") throw each.reason;
  } finally {
    archive.close();
  }
  const rows = await countRows(extract);
  const manifest: ExtractManifest = { ...description, rows, contentHash: hash.finish() };
  await writeFile(manifestPath, `${canonicalJson(asJson(manifest))}\n`);
  return manifest;
}

export async function countRows({ counter, layout }: Extract): Promise<ExtractManifest["rows"]> {
  const all = { relation: "cases", columns: [], flags: [] };
  const [cases, started, closed, ...items] = await counter.count([
    all,
    { ...all, flags: [startedFlag] },
    { ...all, flags: [closedFlag] },
    ...layout.items.map(({ name }) => ({ ...all, relation: name })),
  ]);
  const total = (cells: typeof cases) =>
    [...(cells?.rows ?? [])].reduce((sum, count) => sum + count, 0);
  return {
    cases: total(cases),
    started: total(started),
    closed: total(closed),
    items: items.reduce((sum, cells) => sum + total(cells), 0),
  };
}
