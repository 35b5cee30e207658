import { readFileSync } from "node:fs";
import { Encrypter } from "age-encryption";
import type { Outcome } from "#kernel";
import { parseReceivingKey, parseSenders, parseSigningKey } from "../package/key-file.ts";
import type { Receiving } from "../package/open-package.ts";
import { packDelivery } from "../package/pack-delivery.ts";
import type { SigningKey } from "../package/signing-key.ts";
import { fileOf } from "./delivered.ts";

export function goldenBytes(name: string): Buffer {
  return readFileSync(new URL(`../golden/${name}`, import.meta.url));
}

/** Keys that lie open in the project: for tests and the worked example. */
export const signingKey = of(
  parseSigningKey(goldenBytes("signing-key.json").toString(), "signing-key.json"),
);
export const receivingKey = of(
  await parseReceivingKey(goldenBytes("receiving-key.json").toString(), "receiving-key.json"),
);
export const receiving: Receiving = {
  identities: [receivingKey],
  senders: of(parseSenders(goldenBytes("senders.json").toString(), "senders.json")),
};

function of<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** A package as it is made. */
export async function packed(
  content: string | Uint8Array,
  { by = signingKey, to = [receivingKey.public] }: Packing = {},
): Promise<Uint8Array> {
  const order = { signingKey: by, receivers: to };
  return Buffer.concat(await Array.fromAsync(packDelivery(fileOf(content), order)));
}

type Packing = { readonly by?: SigningKey; readonly to?: readonly string[] };

/** Whatever stands in it, sealed as anybody can who knows the receiver's key. */
export async function sealedTo(
  inside: string | Uint8Array,
  receiver = receivingKey.public,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(receiver);
  return await encrypter.encrypt(Buffer.from(inside));
}
