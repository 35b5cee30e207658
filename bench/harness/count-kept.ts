/**
 * A program of its own, so that its memory can be told: `node count-kept.ts FOLDER`. Opens what
 * `keep-extracts.ts` kept, one after the other: of the lived cases it counts every table of every
 * municipality, of the others one two-way table.
 */
import { join } from "node:path";
import { argv } from "node:process";
import type { Codebook } from "#codebook";
import { openExtract, type TableSpecification, tabulate } from "#tabulation";
import { crossing, crossingCodebook } from "./crossing-cases.ts";
import { keptExtracts } from "./kept-extracts.ts";
import { allTablesByMunicipality, livedCodebook } from "./lived-codebook.ts";

const [, , folder = ""] = argv;
await count(keptExtracts.lived, livedCodebook, allTablesByMunicipality);
await count(keptExtracts.crossed, crossingCodebook(), [crossing]);

async function count(
  name: string,
  codebook: Codebook,
  specifications: readonly TableSpecification[],
): Promise<void> {
  const opened = await openExtract(join(folder, name), codebook);
  if (opened.kind === "refused") {
    // Its last words, and one line: who started it tells them.
    process.stderr.write(`${name}: ${JSON.stringify(opened.problems)}\n`);
    process.exit(1);
  }
  const tables = await tabulate(opened.value, specifications);
  process.stdout.write(`${tables.length} tables\n`);
  opened.value.close();
}
