/**
 * `npm run torture`: what the suite does in a minute, for as long as one likes; the figures go to
 * docs/proof/torture.json and into docs/how-it-is-tested.md.
 *
 *   npm run torture -- [--kills 1000] [--minutes 30]
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killAgain } from "../test/reliability/kill-again.ts";
import { proofFiles, thisOccasion, writeProof } from "./proof/proof-files.ts";
import { writePage } from "./proof/write-page.ts";
import { keepBusy } from "./torture/keep-busy.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    minutes: { type: "string", default: "30" },
  },
});
const kills = Number(values.kills);
const minutes = Number(values.minutes);
if (!(Number.isInteger(kills) && kills > 0 && minutes >= 0)) {
  console.error("--kills and --minutes are numbers.");
  process.exit(1);
}

const occasion = thisOccasion(availableParallelism());
const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-torture-"));
chmodSync(folder, 0o755);
try {
  const killed = await killAgain({
    folder: join(folder, "killed"),
    ...{ kills, writers: 4, isDurable: true, chance: Math.random },
    told(done, acknowledged) {
      if (done % 50 === 0) console.log(`${done} kills, ${acknowledged} writes acknowledged`);
    },
  });
  console.log(killed);
  const busy = minutes === 0 ? null : await keepBusy(join(folder, "busy"), minutes, console.log);
  if (busy) console.log(busy);
  const { revisions: _, ...figures } = killed;
  writeProof(proofFiles.torture, { ...occasion, ...figures, load: busy });
  writePage();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
