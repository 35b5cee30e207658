import { Decrypter } from "age-encryption";
import { limits } from "../delivery-format.ts";
import type { DeliveryFile } from "../read-delivery.ts";
import { PackageFault } from "./package-fault.ts";
import type { ReceivingKey } from "./receiving-key.ts";
import { streamOf } from "./stream-of.ts";

/** The line that what age has sealed begins with. */
export const sealedLine = "age-encryption.org/v1";
const ageBeginning = `${sealedLine}\n`;

/** What sealing adds: the header, a nonce, and a tag of 16 bytes for each 64 kB and the last. */
export const mostPackageBytes =
  limits.sealBytes +
  limits.packageHeadingBytes +
  limits.bytes +
  16 * (2 + Math.ceil((limits.packageHeadingBytes + limits.bytes) / (64 * 1024)));

/**
 * What the seal held, piece by piece. Each piece is as it was sealed, by whomever; only the end tells
 * that nothing is lacking.
 * @throws a fault for what cannot be opened.
 */
export async function* unsealed(
  file: DeliveryFile,
  identities: readonly ReceivingKey[],
): AsyncGenerator<Uint8Array> {
  const { name } = file;
  if (file.bytes > mostPackageBytes) throw tooLarge(name);
  try {
    const sealed = streamOf(capped(file));
    yield* await decrypterOf(identities).decrypt(sealed);
  } catch (reason) {
    if (reason instanceof PackageFault) throw reason;
    // The only way that the library has to say it.
    const isOthers = reason instanceof Error && reason.message.startsWith("no identity matched");
    throw new PackageFault(isOthers ? "package-other-receiver" : "package-damaged", name);
  }
}

const decrypters = new WeakMap<readonly ReceivingKey[], Decrypter>();

/** Made once for those who receive many packages: finding a key's public part takes as long as opening. */
function decrypterOf(identities: readonly ReceivingKey[]): Decrypter {
  const before = decrypters.get(identities);
  if (before) return before;
  const made = new Decrypter();
  for (const identity of identities) made.addIdentity(identity.private);
  decrypters.set(identities, made);
  return made;
}

/**
 * The file's pieces, after looking that its header has an end where headers have it: the library holds
 * a header whole, however long it is.
 */
async function* capped(file: DeliveryFile): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array | undefined = new Uint8Array();
  let read = 0;
  for await (const piece of piecesOf(file)) {
    read += piece.length;
    if (read > mostPackageBytes) throw tooLarge(file.name);
    if (begun === undefined) {
      yield piece;
      continue;
    }
    begun = Buffer.concat([begun, piece]);
    const header = Buffer.from(begun.subarray(0, limits.sealBytes)).toString("latin1");
    const isAge = ageBeginning.startsWith(header.slice(0, ageBeginning.length));
    if (!isAge) throw new PackageFault("package-not-sealed", file.name);
    if (/\n--- [^\n]*\n/.test(header)) {
      yield begun;
      begun = undefined;
    } else if (begun.length >= limits.sealBytes) {
      throw new PackageFault("package-damaged", file.name);
    }
  }
  if (read === 0) throw new PackageFault("delivery-empty", file.name);
  if (begun !== undefined) throw new PackageFault("package-damaged", file.name);
}

async function* piecesOf(file: DeliveryFile): AsyncGenerator<Uint8Array> {
  try {
    yield* file.open();
  } catch (reason) {
    const told = reason instanceof Error ? reason.message : String(reason);
    throw new PackageFault("file-unreadable", file.name, { reason: told });
  }
}

function tooLarge(name: string): PackageFault {
  return new PackageFault("delivery-too-large", name, { limit: limits.megabytes });
}
