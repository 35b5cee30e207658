import type { RouteKeyOf } from "#access";
import { accountId } from "#kernel";
import type { StaffMember } from "#store";
import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { issuersFor } from "./person-state.ts";
import { viewPerson } from "./person-view.ts";

/** A visit at the person whom the address names. */
export type PersonVisit = Visit & { readonly member: StaffMember };

/** Changes come one after the other: each sees what the one before has left. */
export function personRoute(
  key: Extract<RouteKeyOf<"municipality">, `${string} /api/people/:account${string}`>,
  handle: (visit: PersonVisit) => Promise<Response>,
): Route {
  return signedInRoute(key, async (visit) => {
    if (!key.startsWith("GET ")) await visit.tx.people.lock();
    const id = accountId(visit.context.req.param("account") ?? "");
    const member = await visit.tx.people.find(id, issuersFor(visit));
    return member ? handle({ ...visit, member }) : notFound();
  });
}

/** As she is now. */
export async function tellPerson(visit: PersonVisit): Promise<Response> {
  const view = await viewPerson(visit, visit.member.id);
  return view ? Response.json(view) : notFound();
}
