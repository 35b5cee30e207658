import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { effectiveCodebooks } from "#codebook";
import { openRelease, type Release } from "#compilation";
import type { Outcome, Randomness } from "#kernel";
import type { World } from "#scenario";
import { codebookChooser, deliverFromStore } from "#server";
import type { Store } from "#store";
import { fileNameOf, writeLines } from "./demo-data/write-deliveries.ts";

/**
 * Every municipality of the demo delivers what stands in its store as at the cut-off; the deliveries
 * are compiled and the release is opened. The files are gone afterwards.
 */
export async function compileDemo(
  store: Store,
  { organisations, round }: World,
  randomness: Randomness,
): Promise<Outcome<Release>> {
  const folder = await mkdtemp(join(tmpdir(), "skillnad-release-"));
  const codebooks = effectiveCodebooks();
  const codebookOf = codebookChooser(codebooks);
  try {
    const deliveries = join(folder, "deliveries");
    await mkdir(deliveries);
    for (const { code, kind, name, county } of organisations) {
      const codebook = codebooks.find(({ id }) => id === codebookOf(code));
      if (kind !== "municipality" || !codebook || county === null) continue;
      const municipality = { code, name, county };
      const delivery = { kind: "demo", municipality, round, codebook, randomness } as const;
      await writeLines(
        join(deliveries, fileNameOf(municipality)),
        deliverFromStore(store, delivery),
      );
    }
    const release = join(folder, "release");
    await compileApart(deliveries, release);
    return await openRelease(release);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a process of its own: what counting takes of memory is given back when it ends. */
async function compileApart(deliveries: string, release: string): Promise<void> {
  const entry = join(import.meta.dirname, "index.ts");
  await promisify(execFile)(process.execPath, [entry, "compile", deliveries, "--out", release]);
}
