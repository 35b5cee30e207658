import { inSwedishOrder } from "#kernel";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { askForRecovery } from "../people/ask-for-recovery.ts";
import { changePerson } from "../people/change-person.ts";
import { invitePerson } from "../people/invite-person.ts";
import { comeBack, leave, renewLink, signOutEverywhere } from "../people/leave-and-return.ts";
import { staffOf } from "../people/person-state.ts";
import { lineOf, waitingRecoveries } from "../people/person-view.ts";
import { personRoute, tellPerson } from "../people/person-visit.ts";
import { rolesOf } from "../people/role-places.ts";
import { settleRecovery } from "../people/settle-recovery.ts";
import type { PeopleView } from "../wire-of-people.ts";

/** Who works here, and what each may see. */
export const peopleRoutes: readonly Route[] = [
  signedInRoute("GET /api/people", listPeople),
  signedInRoute("POST /api/people", invitePerson),
  personRoute("GET /api/people/:account", tellPerson),
  personRoute("PUT /api/people/:account", changePerson),
  personRoute("POST /api/people/:account/link", renewLink),
  personRoute("POST /api/people/:account/leave", leave),
  personRoute("POST /api/people/:account/return", comeBack),
  personRoute("DELETE /api/people/:account/sessions", signOutEverywhere),
  personRoute("POST /api/people/:account/recovery", askForRecovery),
  signedInRoute("PUT /api/recoveries/:recovery", settleRecovery),
];

/** All of them: a municipality has some hundreds at most, and the page searches as one types. */
async function listPeople(visit: Visit): Promise<Response> {
  const { tx, actor, at } = visit;
  const staff = await staffOf(visit);
  const own = await tx.municipality.find();
  tx.audit.append({ at, account: actor.account, action: "people.viewed" });
  const body: PeopleView = {
    people: inSwedishOrder(staff.members.map((member) => lineOf(member, staff))),
    units: inSwedishOrder((await tx.units.list()).map(({ id, name }) => ({ id, name }))),
    roles: rolesOf(own?.kind ?? "municipality"),
    recoveries: await waitingRecoveries(visit, staff),
  };
  return Response.json(body);
}
