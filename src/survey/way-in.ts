import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type MunicipalityCode, municipalityCode, type Randomness } from "#kernel";

/** No letter or digit that is mistaken for another. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * What lets a client in, once: a link of 128 random bits or a code of 40 to type, each worth something
 * only together with the four digits that she is told. The municipality's number stands in front and only
 * tells the store in whose rows to look.
 */
export type WayIn = { readonly municipality: MunicipalityCode; readonly secret: string };

/**
 * What the store keeps of a way in: neither opens anything, and the digits cannot be tried without it. A
 * link cannot be found from its hash; a typed code can, by whoever has the database and much computing,
 * in the half hour for which it is worth something.
 */
export type KeptWayIn = { readonly secretHash: string; readonly pinHash: string };

export function newLink(municipality: MunicipalityCode, randomness: Randomness): WayIn {
  return { municipality, secret: Buffer.from(randomness.bytes(16)).toString("base64url") };
}

export function newTypedCode(municipality: MunicipalityCode, randomness: Randomness): WayIn {
  const chars = Array.from({ length: 8 }, () => alphabet[randomness.below(32)]);
  return { municipality, secret: chars.join("") };
}

export function newPin(randomness: Randomness): string {
  return String(randomness.below(10_000)).padStart(4, "0");
}

/** `9001` and the secret; a code to type is written in groups: `9001-7F3K-92QD`. */
export function writeWayIn({ municipality, secret }: WayIn): string {
  return secret.length === 8
    ? `${municipality}-${secret.slice(0, 4)}-${secret.slice(4)}`
    : `${municipality}${secret}`;
}

/** Reads both, the code as people type it. `undefined` for what cannot be one. */
export function parseWayIn(written: string): WayIn | undefined {
  const link = /^(\d{4})([\w-]{22})$/.exec(written.trim());
  const typed = /^(\d{4})([A-HJ-NP-Z2-9]{8})$/.exec(written.toUpperCase().replace(/[\s–-]/g, ""));
  const [, municipality, secret] = typed ?? link ?? [];
  return municipality && secret
    ? { municipality: municipalityCode(municipality), secret }
    : undefined;
}

export function keptWayIn({ secret }: WayIn, pin: string): KeptWayIn {
  return { secretHash: hashSecret(secret), pinHash: pinHash(secret, pin) };
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** In the same time, whatever the digits and whether there is anything to compare with. */
export function isPin(secret: string, pin: string, kept: string | undefined): boolean {
  const expected = kept ?? "0".repeat(64);
  const isSame = timingSafeEqual(Buffer.from(pinHash(secret, pin)), Buffer.from(expected));
  return isSame && kept !== undefined;
}

/** Keyed by the secret: whoever has the database alone cannot try the ten thousand. */
function pinHash(secret: string, pin: string): string {
  return createHmac("sha256", secret).update(`pin ${pin}`).digest("hex");
}

/** What the opened pages carry: made from the way in, so that opening twice gives the same. */
export function answerKeyOf({ municipality, secret }: WayIn): WayIn {
  const key = createHmac("sha256", secret).update("answer").digest().subarray(0, 16);
  return { municipality, secret: key.toString("base64url") };
}
