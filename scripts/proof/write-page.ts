import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { proofFiles, readProof, type TestRun, type TortureRun } from "./proof-files.ts";
import { renderProof } from "./render-proof.ts";

/** `docs/how-it-is-tested.md`, from its words and from the last results. */
export function writePage(): void {
  const page = renderProof(
    readProof<TestRun>(proofFiles.tests),
    readProof<TortureRun>(proofFiles.torture),
  );
  writeFileSync(join(import.meta.dirname, "../..", proofFiles.page), page);
}
