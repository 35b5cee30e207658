import { createHash } from "node:crypto";
import { type Instant, type MunicipalityCode, municipalityCode, type Randomness } from "#kernel";

/** Days that somebody invited has to come, and minutes that somebody who lost her way in has. */
export const invitationDays = 7;
export const recoveryMinutes = 60;

/**
 * What opens an account once: 128 random bits after the municipality's code, which only tells the
 * store in whose rows to look. It travels after the # of an address, which browsers send to nobody.
 */
export type AccountLink = { readonly municipality: MunicipalityCode; readonly secret: string };

export function newAccountLink(
  municipality: MunicipalityCode,
  randomness: Randomness,
): AccountLink {
  return { municipality, secret: Buffer.from(randomness.bytes(16)).toString("base64url") };
}

export function writeAccountLink({ municipality, secret }: AccountLink): string {
  return `${municipality}.${secret}`;
}

export function parseAccountLink(text: string): AccountLink | undefined {
  const parts = /^(\d{4})\.([\w-]{22})$/.exec(text);
  if (!parts?.[1] || !parts[2]) return undefined;
  return { municipality: municipalityCode(parts[1]), secret: parts[2] };
}

/** The store keeps the hash alone: a stolen database opens no account. */
export function hashAccountLink({ secret }: AccountLink): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function isAccountLinkAlive(
  link: { readonly expiresAt: Instant; readonly usedAt: Instant | null },
  now: Instant,
): boolean {
  return link.usedAt === null && Date.parse(now) < Date.parse(link.expiresAt);
}
