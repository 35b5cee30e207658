import { problem } from "#kernel";
import { refusal } from "../http/refusal.ts";
import { makeLink } from "./make-link.ts";
import { canDoWithout, staffOf } from "./person-state.ts";
import { type PersonVisit, tellPerson } from "./person-visit.ts";

/**
 * Out at once, wherever she is signed in, with nothing left that would open the account. Her roles stay
 * for the day she comes back; her open cases wait for the units' managers, who are told on their Start.
 */
export async function leave(visit: PersonVisit): Promise<Response> {
  const { tx, actor, at, member } = visit;
  if (member.disabledAt !== null) return refusal(problem("person-has-left"));
  if (!canDoWithout(await staffOf(visit), member.id)) return refusal(problem("last-administrator"));
  await tx.accounts.setDisabled(member.id, at);
  await tx.sessions.revokeAllOf(member.id, at);
  await tx.accountLinks.removeWaiting(member.id);
  await tx.recoveries.declineAllOf(member.id, at);
  await removeWaysIn(visit);
  const details = { account: member.id };
  tx.audit.append({ at, account: actor.account, action: "person.left", details });
  return tellPerson(visit);
}

/** With the roles that she had, and a link to make a new way in. */
export async function comeBack(visit: PersonVisit): Promise<Response> {
  const { tx, actor, at, member } = visit;
  if (member.disabledAt === null) return refusal(problem("person-has-not-left"));
  // Accounts may have been closed in another way than here.
  await removeWaysIn(visit);
  await tx.accounts.setDisabled(member.id, null);
  const details = { account: member.id };
  tx.audit.append({ at, account: actor.account, action: "person.came-back", details });
  const making = { ...visit, municipality: actor.municipality, madeBy: actor.account };
  return Response.json(await makeLink(making, member, "invitation"), { status: 201 });
}

async function removeWaysIn({ tx, member }: PersonVisit): Promise<void> {
  await tx.people.removePassword(member.id);
  await tx.passkeys.removeAllOf(member.id);
  await tx.providerIdentities.removeAllOf(member.id);
}

/** «Logga ut överallt»: her ways in are as they were. */
export async function signOutEverywhere(visit: PersonVisit): Promise<Response> {
  const { tx, actor, at, member } = visit;
  await tx.sessions.revokeAllOf(member.id, at);
  const details = { account: member.id };
  tx.audit.append({ at, account: actor.account, action: "person.signed-out", details });
  return new Response(null, { status: 204 });
}

/**
 * Another first link, for somebody who has not come in yet. Whoever has a way in gets none like this: one
 * administrator alone could take over anybody's account.
 */
export async function renewLink(visit: PersonVisit): Promise<Response> {
  const { actor, member } = visit;
  const state = (await staffOf(visit)).stateOf(member);
  if (state === "left") return refusal(problem("person-has-left"));
  if (state === "active") return refusal(problem("person-can-come-in"));
  const making = { ...visit, municipality: actor.municipality, madeBy: actor.account };
  return Response.json(await makeLink(making, member, "invitation"), { status: 201 });
}
