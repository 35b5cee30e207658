/** The program of a thread that checks deliveries and codes their cases. */
import { parentPort, workerData } from "node:worker_threads";
import { readDelivery } from "#delivery";
import { openCaseCoder } from "#tabulation";
import type { ReadingRules } from "./deliveries-reader.ts";
import type { ReadFile, ReadResult } from "./read-apart.ts";

const rules = workerData as ReadingRules;
const codeCases = openCaseCoder(rules);

parentPort?.on("message", async ({ name, bytes, content, fault }: ReadFile) => {
  const outcome = await readDelivery(
    { name, bytes, open: () => opened(content, fault) },
    rules.codebooks,
  );
  if (outcome.kind === "refused") return parentPort?.postMessage(outcome satisfies ReadResult);
  const { heading, cases } = outcome.value;
  const rows = codeCases(cases);
  const result: ReadResult = { kind: "done", value: { heading, rows } };
  parentPort?.postMessage(result, [rows.cases.buffer, ...rows.items.map(({ buffer }) => buffer)]);
});

/** As it was read, and where reading ended in a fault, that fault. */
async function* opened(content: readonly Uint8Array[], fault: string | null) {
  yield* content;
  if (fault !== null) throw new Error(fault);
}
