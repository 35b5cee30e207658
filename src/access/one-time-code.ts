import { Secret, TOTP } from "otpauth";
import type { Instant, Randomness } from "#kernel";

/** As every app for codes expects them: RFC 6238 with SHA-1, six digits, thirty seconds. */
const form = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Steps before and after the present one: for a telephone whose clock is a little off. */
const steps = 1;
/** 160 bits, as the RFC asks for (RFC 4226, 4 R6). */
const seedBytes = 20;

/** What her app and we have in common, in base32. */
export function newCodeSeed(randomness: Randomness): string {
  return new Secret({ buffer: randomness.bytes(seedBytes).slice().buffer }).base32;
}

/** What the app reads from the picture. Its list shows for what, and whose. */
export function codeSeedAddress(seed: string, whose: string): string {
  return new TOTP({ ...form, issuer: "Skillnad", label: whose, secret: seed }).toString();
}

/**
 * The step of time that the code is of, counted from 1970, in the window around now; `undefined` for
 * any other code. Nobody may use a step twice: that is for the store to see to.
 */
export function stepOfCode(seed: string, code: string, now: Instant): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const timestamp = Date.parse(now);
  const secret = Secret.fromBase32(seed);
  const off = TOTP.validate({ ...form, secret, token: code, timestamp, window: steps });
  return off === null ? undefined : TOTP.counter({ period: form.period, timestamp }) + off;
}

/** What an app shows at that time. */
export function codeAt(seed: string, at: Instant): string {
  return TOTP.generate({ ...form, secret: Secret.fromBase32(seed), timestamp: Date.parse(at) });
}
