import type { AccountId, UnitId } from "#kernel";
import type { PolicyLine } from "./policy.ts";
import type { Actor, Grant, Role } from "./role.ts";

/** What authorisation must know of a case; nothing of its content. */
export type CaseStanding = {
  readonly unit: UnitId;
  readonly assignee: AccountId | null;
  readonly sharedWith: { readonly unit: UnitId; readonly assignee: AccountId | null } | null;
  /** The only people for whom a restricted case exists; `null`: it is not restricted. */
  readonly readers: readonly AccountId[] | null;
  /** A reason given by this actor for this case, still valid. */
  readonly hasReason: boolean;
};

/**
 * `reason-needed`: a colleague in the same unit, who may open the case by saying why. Everybody else
 * without access gets the same answer as for a case that does not exist.
 */
export type Verdict = "allowed" | "denied" | "reason-needed";

/** Somebody signed in, or any account. */
type Granted = Pick<Actor, "grants">;

export function holdsRole(actor: Granted, roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

export function holdsRoleInUnit(actor: Granted, roles: readonly Role[], unit: UnitId): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && covers(grant, unit));
}

/** Units in which the actor holds one of the roles; `"all"` for a grant on the whole municipality. */
export function unitsOf(actor: Actor, roles: readonly Role[]): readonly UnitId[] | "all" {
  const held = actor.grants.filter((grant) => roles.includes(grant.role));
  if (held.some((grant) => grant.unit === null)) return "all";
  return [...new Set(held.flatMap((grant) => (grant.unit === null ? [] : [grant.unit])))];
}

/** @throws for a line that is not about a case: a bug in the route. */
export function authoriseCase(line: PolicyLine, actor: Actor, standing: CaseStanding): Verdict {
  const { unit, assignee, sharedWith, readers } = standing;
  if (readers !== null && !readers.includes(actor.account)) return "denied";

  function inUnit(role: Role, place: UnitId | undefined): boolean {
    return (
      place !== undefined && line.roles.includes(role) && holdsRoleInUnit(actor, [role], place)
    );
  }
  const isAssignee = assignee === actor.account && inUnit("caseWorker", unit);
  const isOwn =
    isAssignee || (sharedWith?.assignee === actor.account && inUnit("caseWorker", sharedWith.unit));
  const isColleague = inUnit("caseWorker", unit) || inUnit("caseWorker", sharedWith?.unit);
  const isManager = inUnit("unitManager", unit);

  switch (line.scope) {
    case "case-read":
      if (isOwn || isManager || inUnit("unitManager", sharedWith?.unit)) return "allowed";
      return colleagueVerdict(isColleague, standing);
    case "case-write":
      return isOwn ? "allowed" : colleagueVerdict(isColleague, standing);
    case "case-open":
      return isColleague ? "allowed" : "denied";
    case "case-manage":
      return isManager || isAssignee ? "allowed" : "denied";
    case "case-survey":
      return inUnit("coordinator", unit) ? "allowed" : "denied";
    default:
      throw new Error(`not a case scope: ${line.scope}`);
  }
}

function colleagueVerdict(isColleague: boolean, standing: CaseStanding): Verdict {
  if (!isColleague) return "denied";
  return standing.hasReason ? "allowed" : "reason-needed";
}

function covers(grant: Grant, unit: UnitId): boolean {
  return grant.unit === null || grant.unit === unit;
}
