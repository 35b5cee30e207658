/** Writes the published JSON Schema of codebooks anew. Run it after every change of their form. */
import { writeFileSync } from "node:fs";
import { codebookJsonSchema } from "#codebook";

writeFileSync(
  new URL("../src/codebook/library/codebook.schema.json", import.meta.url),
  codebookJsonSchema(),
);
