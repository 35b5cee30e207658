import { openText, sealText } from "#access";
import { addSeconds, type Clock, type Instant, type Randomness, randomId } from "#kernel";
import type { KeyCupboard } from "../key-cupboard.ts";

/** Seconds that somebody has to answer. */
const answerSeconds = 300;
/** Of those that have been answered; none is forgotten before it is too old. */
const mostRemembered = 50_000;

/**
 * What is asked of somebody who is not here yet. Nothing is kept until it is answered, so that asking
 * often fills nothing; what has been answered once is not taken again.
 */
export type ChallengeBook = {
  /** @returns what goes out and comes back with the answer: nobody can read or make one. */
  readonly issue: (about: string, content: object) => Promise<string>;
  /** `undefined`: ours no more, not about this, too old, taken before, or too many are remembered. */
  readonly take: (about: string, issued: string) => Promise<unknown>;
};

type Issued = { readonly id: string; readonly until: Instant; readonly content: unknown };

export function createChallengeBook(
  keys: KeyCupboard,
  clock: Clock,
  randomness: Randomness,
  most: number = mostRemembered,
): ChallengeBook {
  /** With the time, in milliseconds, after which it would be too old. */
  const taken = new Map<string, number>();
  const key = () => keys.secretFor("challenge");

  function isFull(now: number): boolean {
    if (taken.size < most) return false;
    for (const [id, until] of taken) if (until < now) taken.delete(id);
    return taken.size >= most;
  }

  return {
    async issue(about, content) {
      const until = addSeconds(clock.now(), answerSeconds);
      const issued: Issued = { id: randomId(randomness), until, content };
      return sealText(JSON.stringify(issued), await key(), about, randomness);
    },

    async take(about, issued) {
      const text = openText(issued, await key(), about);
      if (text === undefined) return undefined;
      const { id, until, content } = JSON.parse(text) as Issued;
      const now = Date.parse(clock.now());
      if (taken.has(id) || Date.parse(until) < now || isFull(now)) return undefined;
      taken.set(id, Date.parse(until));
      return content;
    },
  };
}
