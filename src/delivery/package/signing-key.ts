import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { MunicipalityCode } from "#kernel";

/** Whose deliveries it signs. Both parts: Ed25519 (RFC 8032), 32 bytes, base64url. */
export type SigningKey = {
  readonly kind: "signing";
  readonly municipality: MunicipalityCode;
  readonly public: string;
  readonly private: string;
};

export function generateSigningKey(municipality: MunicipalityCode): SigningKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { x = "", d = "" } = privateKey.export({ format: "jwk" });
  return { kind: "signing", municipality, public: x, private: d };
}

/** The public part of a private one; `undefined` when it is none. */
export function publicPartOf(privatePart: string): string | undefined {
  if (!isCanonical(privatePart, 32)) return undefined;
  return createPublicKey(privateKeyFrom(privatePart)).export({ format: "jwk" }).x;
}

/** What every Ed25519 key in PKCS #8 begins with (RFC 8410, section 7); the 32 bytes follow. */
const pkcs8Beginning = Buffer.from("302e020100300506032b657004220420", "hex");

/** @throws for what is no private part. */
export function privateKeyFrom(privatePart: string): KeyObject {
  const key = Buffer.concat([pkcs8Beginning, Buffer.from(privatePart, "base64url")]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}

/** @throws for what is no public part. */
export function publicKeyFrom(publicPart: string): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicPart }, format: "jwk" });
}

/** Base64url (RFC 4648, section 5) of so many bytes: of the spellings that are read alike, the one that is written. */
export function isCanonical(text: unknown, bytes: number): text is string {
  if (typeof text !== "string" || text.length !== Math.ceil((bytes * 4) / 3)) return false;
  const read = Buffer.from(text, "base64url");
  return read.length === bytes && read.toString("base64url") === text;
}

/** Ed25519 over the text's UTF-8; 64 bytes, base64url. */
export function signText({ private: privatePart }: SigningKey, text: string): string {
  return sign(undefined, Buffer.from(text), privateKeyFrom(privatePart)).toString("base64url");
}

/** @param key a public part; one that is none has signed nothing. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  if (!isCanonical(key, 32) || !isCanonical(signature, 64)) return false;
  try {
    return verify(
      undefined,
      Buffer.from(text),
      publicKeyFrom(key),
      Buffer.from(signature, "base64url"),
    );
  } catch {
    // No point of the curve.
    return false;
  }
}
