import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Of this Skillnad. */
export function programVersion(): string {
  const file = join(import.meta.dirname, "../../package.json");
  return String(JSON.parse(readFileSync(file, "utf8")).version);
}
