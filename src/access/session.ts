import { createHash } from "node:crypto";
import { type Instant, type MunicipalityCode, municipalityCode, type Randomness } from "#kernel";

/** Minutes without a request after which a session ends, and hours after which it ends anyway. */
export const idleMinutes = 15;
export const absoluteHours = 8;

/** Minutes that a proof of who she is lasts, for what asks for more than a session. */
export const provedMinutes = 10;

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
  // Seen in the future: the clock was put back, and nobody knows how long she has been away.
  const isSeenLately = Math.abs(idle) <= idleMinutes * 60_000;
  return session.revokedAt === null && isSeenLately && age <= absoluteHours * 3_600_000;
}

/** Whether she has proved who she is lately enough for exports, keys, accounts and backups. */
export function isProvedLately(provedAt: Instant, now: Instant): boolean {
  const passed = Date.parse(now) - Date.parse(provedAt);
  return passed >= 0 && passed <= provedMinutes * 60_000;
}
