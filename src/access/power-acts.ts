import type { AccountId, Instant } from "#kernel";
import { type GrantChange, grantOfWord } from "./past-grants.ts";
import type { Role } from "./role.ts";

/** What somebody did to what an account may, or to its way in. */
export type PowerAct = GrantChange & {
  readonly sequence: number;
  readonly at: Instant;
  readonly by: AccountId;
  readonly action: PowerAction;
  /** Whose account it was about. */
  readonly account: AccountId;
};

export const powerActions = [
  "person.invited",
  "person.changed",
  "person.came-back",
  "recovery.asked",
  "recovery.allowed",
] as const;
export type PowerAction = (typeof powerActions)[number];

/** Those who can have a case or be named as its readers; other roles open no case. */
export const caseReadingRoles: readonly Role[] = ["caseWorker", "unitManager", "coordinator"];

/** Whoever holds one of these can let others in, see a unit's cases or judge what the log says. */
const powerfulRoles: readonly Role[] = ["administrator", "logReviewer", "unitManager"];

/**
 * Whether the log's reviewer should look at it, whoever did it: a role that opens cases given to oneself,
 * one of much power given to anybody, or a way in to an account that had one before.
 */
export function isPowerSign({ action, added, by, account }: PowerAct): boolean {
  if (action === "person.came-back" || action === "recovery.allowed") return true;
  if (action === "recovery.asked") return false;
  const given = added.flatMap((word) => grantOfWord(word)?.role ?? []);
  return given.some(
    (role) => powerfulRoles.includes(role) || (by === account && caseReadingRoles.includes(role)),
  );
}
