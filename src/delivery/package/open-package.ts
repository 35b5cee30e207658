import { createHash } from "node:crypto";
import { done, type Outcome, refused } from "#kernel";
import { limits, type PackageHeading } from "../delivery-format.ts";
import { asShown } from "../faults.ts";
import type { DeliveryFile } from "../read-delivery.ts";
import { firstLine } from "./first-line.ts";
import type { Sender } from "./key-file.ts";
import { PackageFault } from "./package-fault.ts";
import { isSigned, parsePackageHeading } from "./package-heading.ts";
import type { ReceivingKey } from "./receiving-key.ts";
import { unsealed } from "./unseal.ts";

/** Whoever receives: what opens a package, and whose signatures are believed. */
export type Receiving = {
  readonly identities: readonly ReceivingKey[];
  readonly senders: readonly Sender[];
};

/** The delivery in a package, to be read as any other: that it is right in itself is not said yet. */
export type OpenedPackage = DeliveryFile & {
  readonly sender: PackageHeading["sender"];
  /** Of the delivery's bytes, hexadecimal. */
  readonly sha256: string;
};

/**
 * Opens a stranger's package and believes nothing: sealed to us, signed by a key that we know for the
 * municipality that it names, and every byte as it was signed. The delivery is opened anew each time that
 * it is read, and never held whole.
 * @throws never for what is in the file; a file that cannot be read is a problem too.
 */
export async function openPackage(
  file: DeliveryFile,
  receiving: Receiving,
): Promise<Outcome<OpenedPackage>> {
  try {
    const { sender, content } = await checked(file, receiving);
    return done({
      name: file.name,
      bytes: content.bytes,
      open: () => openedAgain(file, receiving, content),
      sender,
      sha256: content.sha256,
    });
  } catch (reason) {
    if (!(reason instanceof PackageFault)) throw reason;
    return refused(reason.problem);
  }
}

/** Goes through all of it. @throws a fault. */
async function checked(file: DeliveryFile, receiving: Receiving): Promise<PackageHeading> {
  const { name } = file;
  const hash = createHash("sha256");
  const first = firstLine();
  let heading: PackageHeading | undefined;
  let bytes = 0;
  const takeHeading = (line: Uint8Array) => {
    heading = believedHeading(line, name, receiving);
  };
  for await (const piece of contentOf(file, receiving, takeHeading)) {
    hash.update(piece);
    first.take(piece);
    bytes += piece.length;
    if (heading && bytes > heading.content.bytes) throw new PackageFault("package-trailing", name);
  }
  if (!heading) throw new PackageFault("package-heading-unreadable", name);
  const { sender, content } = heading;
  if (bytes < content.bytes) {
    throw new PackageFault("package-cut-off", name, { said: content.bytes, found: bytes });
  }
  if (hash.digest("hex") !== content.sha256) throw new PackageFault("package-altered", name);
  const code = first.says("municipality", "code");
  if (code !== undefined && code !== sender.municipality) {
    const details = { key: sender.municipality, found: asShown(code) };
    throw new PackageFault("package-other-municipality", name, details);
  }
  return heading;
}

/** @throws a fault unless a sender whom we know has signed it, for us. */
function believedHeading(
  line: Uint8Array,
  name: string,
  { identities, senders }: Receiving,
): PackageHeading {
  const heading = parsePackageHeading(line, name);
  const { sender, receivers } = heading;
  const known = senders.filter(({ key }) => key === sender.key);
  if (known.length === 0) throw new PackageFault("package-unknown-sender", name, sender);
  if (!known.some(({ municipality }) => municipality === sender.municipality)) {
    const key = known.map(({ municipality }) => municipality).join(", ");
    throw new PackageFault("package-other-municipality", name, { key, found: sender.municipality });
  }
  if (!isSigned(heading)) throw new PackageFault("package-signature-wrong", name);
  if (!identities.some((own) => receivers.includes(own.public))) {
    throw new PackageFault("package-passed-on", name);
  }
  return heading;
}

/**
 * What follows the heading, once `takeHeading` has been given its line.
 * @throws a fault where there is no line, and what `takeHeading` throws.
 */
async function* contentOf(
  file: DeliveryFile,
  { identities }: Receiving,
  takeHeading: (line: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array | undefined = new Uint8Array();
  for await (const piece of unsealed(file, identities)) {
    if (begun === undefined) {
      yield piece;
      continue;
    }
    begun = Buffer.concat([begun, piece]);
    const until = begun.indexOf(lineFeed);
    if (
      until < 0 ? begun.length > limits.packageHeadingBytes : until > limits.packageHeadingBytes
    ) {
      break;
    }
    if (until < 0) continue;
    takeHeading(begun.subarray(0, until));
    yield begun.subarray(until + 1);
    begun = undefined;
  }
  if (begun !== undefined) throw new PackageFault("package-heading-unreadable", file.name);
}

const lineFeed = 10;

/**
 * The delivery once more, for whoever reads it. @throws when it is not what was checked: between the two
 * somebody may have put another file in its place.
 */
async function* openedAgain(
  file: DeliveryFile,
  receiving: Receiving,
  content: PackageHeading["content"],
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const piece of contentOf(file, receiving, () => {})) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== content.sha256) throw new Error("changed while it was read");
}
