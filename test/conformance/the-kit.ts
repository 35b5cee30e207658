import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DeliveryFile } from "#delivery";
import type { PlainCodebook } from "../../scripts/conformance-kit/kit-forms.ts";

const root = join(import.meta.dirname, "../..");
export const kit = join(root, "conformance");

/** The codebook as its file has it: what anybody who has only the kit would read. */
export const codebookFile: PlainCodebook = JSON.parse(
  readFileSync(join(root, "src/codebook/library/su-kvinnofrid-2021.json"), "utf8"),
);

export function fileOf(name: string, content: string | Uint8Array): DeliveryFile {
  const bytes = Buffer.from(content);
  return {
    name,
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}

export function kitFile(path: string): Buffer {
  return readFileSync(join(kit, path));
}

/** The deliveries of the kit, in the order of their municipalities. */
export function kitDeliveries(): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(join(kit, "deliveries")).sort();
  return names.map((name) => ({ name, text: kitFile(`deliveries/${name}`).toString("utf8") }));
}
