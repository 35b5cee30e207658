import { kitDeliveries } from "./deliveries.ts";
import { expectedTables, tablesText } from "./expected-tables.ts";
import { kitFaults } from "./faults.ts";
import type { PlainCodebook } from "./kit-forms.ts";
import { registeredCases } from "./registered.ts";

/**
 * All files of the kit but its README, by path. The same bytes each time.
 * @param codebook as its file has it.
 */
export async function kitFiles(codebook: PlainCodebook): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const deliveries = await kitDeliveries();
  for (const { file, text } of deliveries) files.set(`deliveries/${file}`, Buffer.from(text));

  const expected = expectedTables(
    codebook,
    deliveries.map(({ text }) => text),
  );
  files.set("expected/tables.json", Buffer.from(tablesText(expected)));

  const [first] = deliveries;
  if (!first) throw new Error("nobody has delivered");
  const faults = kitFaults(first.text);
  for (const { file, bytes } of faults) files.set(`faults/${file}`, Buffer.from(bytes));
  const about = faults.map(({ file, because, code, line }) => ({ file, because, code, line }));
  files.set("faults/faults.json", jsonLines(about));

  files.set("registered.json", jsonLines(registeredCases));
  return files;
}

/** A list, each element on a line of its own. */
function jsonLines(elements: readonly unknown[]): Buffer {
  return Buffer.from(`[\n${elements.map((each) => ` ${JSON.stringify(each)}`).join(",\n")}\n]\n`);
}
