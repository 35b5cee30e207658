import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

/** For what a server keeps beside its database; gone after the tests. */
export function filesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-files-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
