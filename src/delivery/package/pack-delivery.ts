import { createHash } from "node:crypto";
import { Encrypter } from "age-encryption";
import { limits } from "../delivery-format.ts";
import type { DeliveryFile } from "../read-delivery.ts";
import { packageHeadingLine } from "./package-heading.ts";
import type { SigningKey } from "./signing-key.ts";
import { streamOf } from "./stream-of.ts";

/**
 * The bytes of a package, as they are made: no more than a piece of it is held. The delivery is read
 * twice, since the heading tells its hash. Two packages of one delivery share no bytes.
 * @param receivers their public parts (`age1…`), at least one.
 * @throws for a receiver that is none, for a delivery that is too large, cannot be read, or changes.
 */
export async function* packDelivery(
  delivery: DeliveryFile,
  order: { readonly signingKey: SigningKey; readonly receivers: readonly string[] },
): AsyncGenerator<Uint8Array> {
  const receivers = [...new Set(order.receivers)].sort();
  if (receivers.length === 0 || receivers.length > limits.receivers) {
    throw new Error(`a package is for 1 to ${limits.receivers} receivers`);
  }
  const encrypter = new Encrypter();
  for (const receiver of receivers) encrypter.addRecipient(receiver);

  const content = await contentOf(delivery);
  const line = packageHeadingLine(order.signingKey, { receivers, content });
  const sealed = await encrypter.encrypt(streamOf(inside(line, delivery, content)));
  yield* sealed;
}

type Content = Awaited<ReturnType<typeof contentOf>>;

async function contentOf(delivery: DeliveryFile) {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of delivery.open()) {
    hash.update(piece);
    bytes += piece.length;
  }
  if (bytes > limits.bytes) throw new Error(`${delivery.name} is larger than a delivery may be`);
  return { bytes, sha256: hash.digest("hex") };
}

async function* inside(
  line: string,
  delivery: DeliveryFile,
  { sha256 }: Content,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${line}\n`);
  const hash = createHash("sha256");
  for await (const piece of delivery.open()) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== sha256) throw new Error(`${delivery.name} changed while it was read`);
}
