/**
 * A program of its own, so that who starts it has not loaded what counts: `node keep-extracts.ts FOLDER
 * CASES CROSSED`. Keeps an extract of so many lived cases, and one of so many to be crossed.
 */
import { join } from "node:path";
import { argv } from "node:process";
import { type Extract, writeExtract } from "#tabulation";
import { crossingExtract, drawCrossing } from "./crossing-cases.ts";
import { keptExtracts } from "./kept-extracts.ts";
import { liveCases, livedExtract } from "./lived-cases.ts";
import { allTables } from "./lived-codebook.ts";

const [, , folder = "", cases, crossed] = argv;
await keep(await livedExtract(liveCases(), Number(cases), allTables), keptExtracts.lived);
await keep(await crossingExtract(drawCrossing(Number(crossed)), 1), keptExtracts.crossed);

async function keep(extract: Extract, name: string): Promise<void> {
  await writeExtract(extract, join(folder, name));
  extract.close();
}
