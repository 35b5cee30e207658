import { createHmac } from "node:crypto";
import { signInDelaySeconds } from "#access";
import type { Instant } from "#kernel";
import type { AttemptKind, MunicipalityTransaction, SignInAttempts } from "#store";
import type { Services } from "../../services.ts";

/** What a try counts for. The key tells nobody what it is made of. */
export type Count = { readonly kind: AttemptKind; readonly key: string };

/** What was counted for a try that is taken for a failure, in the order of its counts. */
export type Counted = readonly { readonly recorded: number; readonly before: SignInAttempts }[];

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
  const found = await Promise.all(
    counts.map(({ kind, key }) => signInAttempts.find(kind, key, at)),
  );
  return Math.max(...found.map((each) => secondsLeft(each, at)));
}

/**
 * Counts the try as failed before anybody looks at it, and one try at a time: many at the same moment
 * get no more answers than many in a row. What turns out to be right is cleared.
 * @returns or the seconds to wait; then nothing was counted.
 */
export async function countBeforehand(
  { signInAttempts }: MunicipalityTransaction,
  counts: readonly Count[],
  at: Instant,
): Promise<Counted | number> {
  const held: SignInAttempts[] = [];
  for (const { kind, key } of counts) held.push(await signInAttempts.hold(kind, key, at));
  const seconds = Math.max(...held.map((each) => secondsLeft(each, at)));
  if (seconds > 0) return seconds;
  const counted = [];
  for (const [nth, before] of held.entries()) {
    const { kind, key } = counts[nth] as Count;
    counted.push({ recorded: await signInAttempts.recordFailure(kind, key, at), before });
  }
  return counted;
}

/**
 * It was right. What was counted of the account or the browser is over; of an address, where others
 * are too, only her own try is taken back: whoever has an account of his own must not clear it.
 */
export async function clearCounts(
  { signInAttempts }: MunicipalityTransaction,
  counts: readonly Count[],
  counted: Counted,
): Promise<void> {
  for (const [nth, { kind, key }] of counts.entries()) {
    const own = counted[nth];
    if (kind === "address" && own) await signInAttempts.takeBack(kind, key, own);
    else await signInAttempts.clear(kind, key);
  }
}

function secondsLeft(attempts: SignInAttempts | undefined, now: Instant): number {
  if (!attempts) return 0;
  const passed = (Date.parse(now) - Date.parse(attempts.lastFailureAt)) / 1000;
  return Math.max(0, Math.ceil(signInDelaySeconds(attempts.failures) - passed));
}
