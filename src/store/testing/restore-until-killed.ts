import { existsSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { strongRandomness, systemClock } from "#kernel";
import { restoreBackup } from "../backup/restore-backup.ts";

// A program of its own, which a test starts: it restores, and kills itself when files have come.
const [file = "", url = "", files = "", identity = ""] = process.argv.slice(2);
const restoring = restoreBackup({
  ...{ clock: systemClock, randomness: strongRandomness, file, files, identities: [identity] },
  ...{ place: { kind: "server", url }, kind: "demo", progress: () => {} },
  signal: new AbortController().signal,
});
for (;;) {
  if (existsSync(`${files}.restoring/keys/signing-9001.key`)) process.kill(process.pid, "SIGKILL");
  await Promise.race([turn(), restoring]);
}
