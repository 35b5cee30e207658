/** Writes the conformance kit anew. Run it after every change of the format, the codebook or the cases. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kitFiles } from "./conformance-kit/kit-files.ts";

const root = join(import.meta.dirname, "..");
const kit = join(root, "conformance");
const codebook = readFileSync(join(root, "src/codebook/library/su-kvinnofrid-2021.json"), "utf8");

const files = await kitFiles(JSON.parse(codebook));
for (const folder of ["deliveries", "expected", "faults"]) {
  rmSync(join(kit, folder), { recursive: true, force: true });
}
for (const [path, bytes] of files) {
  mkdirSync(dirname(join(kit, path)), { recursive: true });
  writeFileSync(join(kit, path), bytes);
}
