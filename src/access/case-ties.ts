import type { AccountId, CaseId, Instant, UnitId } from "#kernel";
import { holdsRoleInUnit } from "./authorise.ts";
import type { Grant } from "./role.ts";

/** Whose a case was, from a moment on. */
export type CaseTie = {
  readonly from: Instant;
  readonly unit: UnitId;
  readonly assignee: AccountId | null;
  readonly sharedWith: { readonly unit: UnitId; readonly assignee: AccountId | null } | null;
  /** Who alone may open it; `null`: it is not restricted. */
  readonly readers: readonly AccountId[] | null;
};

/** The past of each case, the oldest tie first. */
export type CaseTies = ReadonlyMap<CaseId, readonly CaseTie[]>;

/**
 * Whether the case was the person's to open at that moment: hers, of a unit that she manages, or
 * restricted to her among others.
 * @param grants those that she had at that moment, as far as the log tells: see `grantsBefore`.
 */
export function isHers(
  ties: readonly CaseTie[],
  account: AccountId,
  grants: readonly Grant[],
  at: Instant,
): boolean {
  return tiesAround(ties, at).some(({ unit, assignee, sharedWith, readers }) => {
    if (account === assignee || account === sharedWith?.assignee) return true;
    if (readers !== null) return readers.includes(account);
    return [unit, sharedWith?.unit].some(
      (place) => place !== undefined && holdsRoleInUnit({ grants }, ["unitManager"], place),
    );
  });
}

export function wasRestricted(ties: readonly CaseTie[], at: Instant): boolean {
  return tiesAround(ties, at).some(({ readers }) => readers !== null);
}

/** The act that gives a case away is of the same moment as the new tie: so the one before counts too. */
function tiesAround(ties: readonly CaseTie[], at: Instant): readonly CaseTie[] {
  const last = ties.findLastIndex(({ from }) => from <= at);
  if (last < 0) return ties.slice(0, 1);
  return ties.slice(ties[last]?.from === at ? Math.max(0, last - 1) : last, last + 1);
}
