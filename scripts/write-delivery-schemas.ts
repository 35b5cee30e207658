/** Writes the published JSON Schemas of deliveries anew. Run it after every change of their form. */
import { writeFileSync } from "node:fs";
import { deliveryJsonSchemas } from "#delivery";

for (const [file, text] of deliveryJsonSchemas()) {
  writeFileSync(new URL(`../src/delivery/schemas/${file}`, import.meta.url), text);
}
