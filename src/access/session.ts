import { createHash } from "node:crypto";
import { type Instant, type MunicipalityCode, municipalityCode, type Randomness } from "#kernel";

/** Minutes without a request after which a session ends, and hours after which it ends anyway. */
export const idleMinutes = 15;
export const absoluteHours = 8;

/**
 * What the cookie holds: 256 random bits, after the municipality's code, which only tells the store
 * in whose rows to look. The store keeps the hash alone: a stolen database opens no session.
 */
export type SessionToken = {
  readonly municipality: MunicipalityCode;
  readonly secret: string;
};

export function newSessionToken(
  municipality: MunicipalityCode,
  randomness: Randomness,
): SessionToken {
  return { municipality, secret: Buffer.from(randomness.bytes(32)).toString("base64url") };
}

export function writeSessionToken({ municipality, secret }: SessionToken): string {
  return `${municipality}.${secret}`;
}

export function parseSessionToken(text: string | undefined): SessionToken | undefined {
  const parts = /^(\d{4})\.([\w-]{43})$/.exec(text ?? "");
  if (!parts?.[1] || !parts[2]) return undefined;
  return { municipality: municipalityCode(parts[1]), secret: parts[2] };
}

export function hashSessionSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export type SessionTimes = {
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly revokedAt: Instant | null;
};

export function isSessionAlive(session: SessionTimes, now: Instant): boolean {
  const idle = Date.parse(now) - Date.parse(session.lastSeenAt);
  const age = Date.parse(now) - Date.parse(session.createdAt);
  return (
    session.revokedAt === null && idle <= idleMinutes * 60_000 && age <= absoluteHours * 3_600_000
  );
}
