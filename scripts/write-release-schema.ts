/** Writes the published JSON Schema of releases anew. Run it after every change of their form. */
import { writeFileSync } from "node:fs";
import { releaseDocumentJsonSchema } from "#compilation";

writeFileSync(
  new URL("../src/compilation/release-document.schema.json", import.meta.url),
  releaseDocumentJsonSchema(),
);
