import { createHash } from "node:crypto";

/** Of 96 bits nobody finds a second key, and 24 digits can be read aloud. */
const digits = 24;

/**
 * What two people compare over the telephone: the beginning of the SHA-256 of a public key as it is
 * written, in groups of four. Of several keys, of their lines one after the other.
 */
export function fingerprintOf(...keys: readonly string[]): string {
  const hash = createHash("sha256").update(keys.join("\n")).digest("hex");
  return hash.slice(0, digits).match(/.{4}/g)?.join(" ") ?? "";
}
