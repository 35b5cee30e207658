/**
 * Seals the reviewed delivery anew, as the worked example of docs/delivery-format.md. Run it after every
 * change of that delivery or of the package's form. The keys are for this example alone.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { packDelivery, parseReceivingKey, parseSigningKey } from "#delivery";

const golden = new URL("../src/delivery/golden/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, golden), "utf8");

const signing = parseSigningKey(text("signing-key.json"), "signing-key.json");
const receiving = await parseReceivingKey(text("receiving-key.json"), "receiving-key.json");
if (signing.kind === "refused" || receiving.kind === "refused") throw new Error("no keys");

const content = readFileSync(new URL("answer-sheet.jsonl", golden));
const delivery = {
  name: "answer-sheet.jsonl",
  bytes: content.length,
  async *open() {
    yield content;
  },
};
const order = { signingKey: signing.value, receivers: [receiving.value.public] };
const pieces = await Array.fromAsync(packDelivery(delivery, order));
writeFileSync(new URL("answer-sheet.package", golden), Buffer.concat(pieces));
