import type { Instant } from "#kernel";
import {
  type AuditLink,
  type ChainBreak,
  type ChainHead,
  closeChain,
  emptyChain,
  followLink,
} from "./audit-chain.ts";

/** A chain's head as it was once, kept in another system. */
export type KnownHead = ChainHead & { readonly at: Instant };

/**
 * `rewritten`: the chain fits itself but not a head that was kept: something between `at` and `through`
 * was changed, and everything after it computed anew.
 */
export type LogBreak =
  | ChainBreak
  | {
      readonly kind: "broken";
      readonly at: number;
      readonly through: number;
      readonly why: "rewritten";
    };
export type LogVerdict =
  | { readonly kind: "intact"; readonly head: ChainHead; readonly knownHeads: number }
  | LogBreak;

/** Is told one link after the other, so that a log of any length takes no memory. */
export type LogFollower = {
  readonly add: (link: AuditLink) => void;
  readonly end: () => LogVerdict;
};

/**
 * Follows one municipality's chain. A chain whose every hash and whose head row were computed anew
 * still contradicts the heads that were kept elsewhere.
 */
export function followLog(head: ChainHead, knownHeads: readonly KnownHead[]): LogFollower {
  const known = knownHeads.toSorted((a, b) => a.sequence - b.sequence);
  let reached = emptyChain;
  let broken: LogBreak | undefined;
  let passed = 0;

  function passHeads(): void {
    for (let next = known[passed]; next?.sequence === reached.sequence; next = known[++passed]) {
      if (next.hash === reached.hash) continue;
      const at = Math.min((known[passed - 1]?.sequence ?? 0) + 1, next.sequence);
      broken = { kind: "broken", at, through: next.sequence, why: "rewritten" };
      return;
    }
  }
  // A head of the empty chain.
  passHeads();

  return {
    add(link) {
      if (broken) return;
      const next = followLink(reached, link);
      if ("kind" in next) {
        broken = next;
        return;
      }
      reached = next;
      passHeads();
    },
    end() {
      if (broken) return broken;
      // What was kept says that there has been more, whatever the head beside the log says now.
      if (passed < known.length) {
        return { kind: "broken", at: reached.sequence + 1, why: "cut-off" };
      }
      const verdict = closeChain(reached, head);
      return verdict.kind === "intact" ? { ...verdict, knownHeads: known.length } : verdict;
    },
  };
}
