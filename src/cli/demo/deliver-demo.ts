import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import type { Randomness } from "#kernel";
import type { World } from "#scenario";
import { codebookChooser, deliverFromStore } from "#server";
import type { Store } from "#store";
import { fileNameOf, writeLines } from "../demo-data/write-deliveries.ts";

/** Every municipality of the demo delivers what stood in its store at the cut-off: a file each. */
export async function deliverDemo(
  store: Store,
  { organisations, round }: World,
  folder: string,
  randomness: Randomness,
): Promise<void> {
  const codebooks = effectiveCodebooks();
  const codebookOf = codebookChooser(codebooks);
  await mkdir(folder);
  for (const { code, kind, name, county } of organisations) {
    const codebook = codebooks.find(({ id }) => id === codebookOf(code));
    if (kind !== "municipality" || !codebook || county === null) continue;
    const municipality = { code, name, county };
    const delivery = { kind: "demo", municipality, round, codebook, randomness } as const;
    const lines = deliverFromStore(store, delivery);
    await writeLines(join(folder, fileNameOf(municipality)), lines);
  }
}
