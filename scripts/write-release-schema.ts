/** Writes the published JSON Schemas of releases anew. Run it after every change of their form. */
import { writeFileSync } from "node:fs";
import { releaseDocumentJsonSchema, releaseTablesJsonSchema } from "#compilation";

const schemas = {
  "release-document.schema.json": releaseDocumentJsonSchema(),
  "tables/release-tables.schema.json": releaseTablesJsonSchema(),
};

for (const [file, text] of Object.entries(schemas)) {
  writeFileSync(new URL(`../src/compilation/${file}`, import.meta.url), text);
}
