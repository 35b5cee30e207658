import { caseReadingRoles, holdsRoleInUnit } from "#access";
import { inSwedishOrder, municipalityNamed, type UnitId } from "#kernel";
import type { Account } from "#store";
import type { CaseVisit } from "./http/case-route.ts";
import type { CaseCircle } from "./wire.ts";

/** Who there is to choose among when a case is handed over, shared, transferred or restricted. */
export async function viewCircle({ tx, actor, record, unit }: CaseVisit): Promise<CaseCircle> {
  const accounts = (await tx.accounts.list()).filter(({ disabledAt }) => disabledAt === null);
  const units = await tx.units.list();
  const known = await tx.municipality.all();
  const served = [actor.municipality, ...(unit?.serves ?? [])];
  return {
    assignee: record.assignee,
    shareAssignee: record.sharedWith?.assignee ?? null,
    readers: record.readers,
    units: inSwedishOrder(units).map(({ id, name }) => ({
      id,
      name,
      isOwner: id === record.unit,
      isSharing: id === record.sharedWith?.unit,
      people: peopleIn(id, accounts),
    })),
    municipalities: served.map((code) => ({
      code,
      name: known.find((each) => each.code === code)?.name ?? municipalityNamed(code) ?? code,
    })),
  };
}

function peopleIn(unit: UnitId, accounts: readonly Account[]) {
  const people = accounts.map(({ id, displayName, grants }) => ({
    account: id,
    name: displayName,
    roles: caseReadingRoles.filter((role) => holdsRoleInUnit({ grants }, [role], unit)),
  }));
  return inSwedishOrder(people.filter(({ roles }) => roles.length > 0));
}
