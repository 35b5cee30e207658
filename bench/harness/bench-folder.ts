import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atEnd } from "./tidying.ts";

/** On many systems /tmp is memory, where a save costs nothing; /var/tmp outlives a restart. */
const place = existsSync("/var/tmp") ? "/var/tmp" : tmpdir();

/** A new folder on a real disk, removed at the end of the run. */
export function makeBenchFolder(): string {
  const folder = mkdtempSync(join(place, "skillnad-bench-"));
  // Started by root, the database runs as nobody, who must be able to pass through.
  chmodSync(folder, 0o711);
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
