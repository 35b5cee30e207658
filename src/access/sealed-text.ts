import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Randomness } from "#kernel";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A text that only the key opens, base64url. What it is about is bound to it: moved to another row, or
 * handed in for another thing, it does not open.
 *
 * @param key 32 bytes
 */
export function sealText(
  text: string,
  key: Uint8Array,
  about: string,
  randomness: Randomness,
): string {
  const nonce = randomness.bytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** `undefined` for what was sealed by another key, about another thing, or changed. */
export function openText(sealed: string, key: Uint8Array, about: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    const opened = decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, "utf8");
    return opened + decipher.final("utf8");
  } catch {
    return undefined;
  }
}
