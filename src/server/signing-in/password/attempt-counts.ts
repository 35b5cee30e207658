import { createHmac } from "node:crypto";
import { signInDelaySeconds } from "#access";
import type { Instant } from "#kernel";
import type { AttemptKind, MunicipalityTransaction, SignInAttempts } from "#store";
import type { Services } from "../../services.ts";

/** What a try counts for. The key tells nobody what it is made of. */
export type Count = { readonly kind: AttemptKind; readonly key: string };

export async function countOf({ keys }: Services, kind: AttemptKind, of: string): Promise<Count> {
  const key = createHmac("sha256", await keys.secretFor("attempts"));
  return { kind, key: key.update(`${kind}\n${of}`).digest("hex") };
}

/** Seconds until the next try; 0: now. */
export async function secondsToWait(
  { signInAttempts }: MunicipalityTransaction,
  counts: readonly Count[],
  at: Instant,
): Promise<number> {
  const found = await Promise.all(counts.map(({ kind, key }) => signInAttempts.find(kind, key)));
  return Math.max(...found.map((each) => secondsLeft(each, at)));
}

/**
 * Counts the try as failed before anybody looks at it, and one try at a time: many at the same moment
 * get no more answers than many in a row. What turns out to be right is cleared.
 * @returns the seconds to wait; then nothing was counted.
 */
export async function countBeforehand(
  { signInAttempts }: MunicipalityTransaction,
  counts: readonly Count[],
  at: Instant,
): Promise<number> {
  let seconds = 0;
  for (const { kind, key } of counts) {
    seconds = Math.max(seconds, secondsLeft(await signInAttempts.hold(kind, key, at), at));
  }
  if (seconds > 0) return seconds;
  for (const { kind, key } of counts) await signInAttempts.recordFailure(kind, key, at);
  return 0;
}

export async function clearCounts(
  { signInAttempts }: MunicipalityTransaction,
  counts: readonly Count[],
): Promise<void> {
  for (const { kind, key } of counts) await signInAttempts.clear(kind, key);
}

function secondsLeft(attempts: SignInAttempts | undefined, now: Instant): number {
  if (!attempts) return 0;
  const passed = (Date.parse(now) - Date.parse(attempts.lastFailureAt)) / 1000;
  // A clock that was put back makes nobody wait for longer than the delay itself.
  return Math.max(0, Math.ceil(signInDelaySeconds(attempts.failures) - Math.max(0, passed)));
}
