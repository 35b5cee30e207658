import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import { firstRows } from "#delivery";
import type { Randomness } from "#kernel";
import type { World } from "#scenario";
import { codebookShelf, deliverFromStore } from "#server";
import type { Store } from "#store";
import { fileNameOf, writeLines } from "../demo-data/write-deliveries.ts";

/** Every municipality of the demo delivers what stood in its store at the cut-off: a file each. */
export async function deliverDemo(
  store: Store,
  { organisations, round }: World,
  folder: string,
  randomness: Randomness,
): Promise<void> {
  const shelf = codebookShelf(effectiveCodebooks());
  await mkdir(folder);
  for (const { code, kind, name, county } of organisations) {
    if (kind !== "municipality" || county === null) continue;
    const codebook = shelf.of(code);
    const municipality = { code, name, county };
    const delivery = {
      ...firstRows,
      kind: "demo",
      municipality,
      round,
      codebook,
      randomness,
    } as const;
    const lines = deliverFromStore(store, delivery);
    await writeLines(join(folder, fileNameOf(municipality)), lines);
  }
}
