import { createHash, timingSafeEqual } from "node:crypto";
import { signInDelaySeconds } from "#access";
import type { Clock, Instant, Randomness } from "#kernel";
import type { Store } from "#store";

/**
 * Lets the first person in, and nobody after her. Its secret is made anew at every start and told where
 * the program was started; only its hash is kept, in memory.
 */
export type FirstRunGate = {
  /** Whether nobody at all could come in yet. Once somebody can, it stays shut until the next start. */
  readonly isOpen: () => Promise<boolean>;
  /** Tells the secret to whoever starts the program; the one told before is worth nothing then. */
  readonly drawSecret: () => string;
  /**
   * Whether this is the secret; else the seconds that this address waits before its next wrong try is even
   * looked at. The right secret is never delayed: it cannot be guessed, and a stranger must not be able to
   * keep the first person out.
   */
  readonly tryWith: (written: string, address: string) => "right" | "wrong" | number;
};

const remembered = 1000;

export function createFirstRunGate({
  store,
  clock,
  randomness,
  kind,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly kind: "demo" | "real";
}): FirstRunGate {
  let secretHash: Buffer | undefined;
  let isShut = kind === "demo";
  const failures = new Map<string, { readonly count: number; readonly at: Instant }>();

  return {
    async isOpen() {
      if (isShut) return false;
      for (const { code } of await store.municipalities()) {
        isShut ||= await store.within(code, (tx) => tx.people.isAnybodyHere());
      }
      return !isShut;
    },

    drawSecret() {
      const secret = Buffer.from(randomness.bytes(16)).toString("base64url");
      secretHash = hashOf(secret);
      return secret;
    },

    tryWith(written, address) {
      if (secretHash && timingSafeEqual(hashOf(written), secretHash)) return "right";
      const now = clock.now();
      const before = failures.get(address);
      // A clock set back makes nobody wait longer.
      const passed = before ? Math.max(0, Date.parse(now) - Date.parse(before.at)) / 1000 : 0;
      const wait = Math.ceil(signInDelaySeconds(before?.count ?? 0) - passed);
      if (wait > 0) return wait;
      failures.delete(address);
      failures.set(address, { count: (before?.count ?? 0) + 1, at: now });
      const [oldest] = failures.keys();
      if (failures.size > remembered && oldest !== undefined) failures.delete(oldest);
      return "wrong";
    },
  };
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
