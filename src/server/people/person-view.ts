import { holdsRoleInUnit } from "#access";
import { type AccountId, addHours, type Instant, inSwedishOrder } from "#kernel";
import type { Recovery, StaffMember, Unit } from "#store";
import type { Visit } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import type { PersonLine, PersonView, RecoveryView } from "../wire-of-people.ts";
import { allowingRule } from "./may-allow.ts";
import { administratorsIn, type Staff, staffOf } from "./person-state.ts";
import { sightInWords } from "./sight-in-words.ts";

/** Hours that a question about a way back in waits for another administrator. */
const recoveryHours = 24;

export function lineOf(member: StaffMember, { stateOf }: Staff): PersonLine {
  const { id, displayName, signInName, grants, lastSignInOn } = member;
  return {
    account: id,
    name: displayName,
    signInName,
    state: stateOf(member),
    roles: grants.map(({ role, unit }) => ({ role, unit })),
    lastSignInOn,
  };
}

export async function viewPerson(visit: Visit, id: AccountId): Promise<PersonView | undefined> {
  const { tx, actor, at } = visit;
  const staff = await staffOf(visit);
  const member = staff.members.find((each) => each.id === id);
  if (!member) return undefined;
  const units = inSwedishOrder(await tx.units.list());
  const own = await tx.municipality.find();
  const link = staff.links.get(id);
  const recoveries = await waitingRecoveries(visit, staff);
  const ruleOf = await allowingRule(visit, staff);
  return {
    ...lineOf(member, staff),
    isSelf: actor.account === id,
    waysIn: {
      password: member.hasPassword,
      passkeys: member.passkeys,
      providers: member.providers,
    },
    link: link
      ? {
          purpose: link.purpose,
          expiresAt: link.expiresAt,
          isTooOld: Date.parse(link.expiresAt) <= Date.parse(at),
        }
      : null,
    recovery: recoveries.find(({ account }) => account === id) ?? null,
    takesTwo: staff.hasBeenIn(member),
    otherAdministrators: administratorsIn(staff).filter(
      (each) => ruleOf({ account: id, askedBy: actor.account }, each.id) === undefined,
    ).length,
    sees: sightInWords(member.grants, units, own?.kind ?? "municipality"),
    toHandOver: await toHandOver(visit, member, units),
    withoutManager: withoutManager(member, staff, units),
  };
}

/** Those that can still be allowed. */
export async function waitingRecoveries(
  visit: Visit,
  staff: Staff,
): Promise<readonly RecoveryView[]> {
  const { tx, actor, at } = visit;
  const waiting = await tx.recoveries.listWaiting();
  if (waiting.length === 0) return [];
  const names = new Map(staff.members.map(({ id, displayName }) => [id, displayName]));
  const stateOf = new Map(staff.members.map((each) => [each.id, staff.stateOf(each)]));
  const ruleOf = await allowingRule(visit, staff);
  return waiting
    .filter((each) => isStillAsked(each, at))
    .map((each) => ({
      id: each.id,
      account: each.account,
      name: nameIn(names, each.account),
      askedBy: nameIn(names, each.askedBy),
      askedAt: each.askedAt,
      mayAllow: ruleOf(each, actor.account) === undefined,
      isReturn: stateOf.get(each.account) === "left",
    }));
}

export function isStillAsked({ askedAt }: Recovery, now: Instant): boolean {
  return Date.parse(now) <= Date.parse(addHours(askedAt, recoveryHours));
}

/**
 * Her open cases where she can have none any more. Restricted ones are not among them: those exist for
 * their named readers alone, and one of the unit's managers is always one.
 */
async function toHandOver(
  { tx, actor }: Visit,
  member: StaffMember,
  units: readonly Unit[],
): Promise<PersonView["toHandOver"]> {
  const told: { unit: string; cases: number }[] = [];
  for (const { id, name } of units) {
    if (isStillIn(member, "caseWorker", id)) continue;
    const cases = (await tx.cases.caseloads(id, actor.account)).get(member.id) ?? 0;
    if (cases > 0) told.push({ unit: name, cases });
  }
  return told;
}

function withoutManager(
  member: StaffMember,
  { members }: Staff,
  units: readonly Unit[],
): readonly string[] {
  if (member.disabledAt === null) return [];
  return units
    .filter(
      ({ id }) =>
        holdsRoleInUnit(member, ["unitManager"], id) &&
        !members.some((each) => isStillIn(each, "unitManager", id)),
    )
    .map(({ name }) => name);
}

function isStillIn(member: StaffMember, role: "caseWorker" | "unitManager", unit: Unit["id"]) {
  return member.disabledAt === null && holdsRoleInUnit(member, [role], unit);
}
