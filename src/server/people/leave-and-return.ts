import { problem } from "#kernel";
import { refusal } from "../http/refusal.ts";
import { askFor } from "./ask-for-recovery.ts";
import { makeLink } from "./make-link.ts";
import { canDoWithout, staffOf } from "./person-state.ts";
import { type PersonVisit, tellPerson } from "./person-visit.ts";
import { without } from "./role-places.ts";

/**
 * Out at once, wherever she is signed in, with nothing left that would open the account, nor any that she
 * has let others in by. Her roles stay for the day she comes back; her open cases wait for the units'
 * managers, who are told on their Start.
 */
export async function leave(visit: PersonVisit): Promise<Response> {
  const { tx, actor, at, member } = visit;
  if (member.disabledAt !== null) return refusal(problem("person-has-left"));
  if (!canDoWithout(await staffOf(visit), member.id)) return refusal(problem("last-administrator"));
  await tx.accounts.setDisabled(member.id, at);
  await tx.sessions.revokeAllOf(member.id, at);
  await tx.accountLinks.removeWaiting(member.id);
  await tx.recoveries.declineAllOf(member.id, at);
  await keepsNoAccounts(visit);
  await removeWaysIn(visit);
  const details = { account: member.id };
  tx.audit.append({ at, account: actor.account, action: "person.left", details });
  return tellPerson(visit);
}

/** Nothing that she has made or asked for as an administrator outlives that she is one. */
export async function keepsNoAccounts({
  tx,
  at,
  member,
}: Pick<PersonVisit, "tx" | "at" | "member">): Promise<void> {
  await tx.accountLinks.removeWaitingMadeBy(member.id);
  await tx.recoveries.declineAllAskedBy(member.id, at);
}

/**
 * Her roles, her cases and the restricted ones that name her are as they were. So whoever has been in comes
 * back as whoever has lost her way in does: one administrator asks, and another one allows it. Until then
 * the account is closed. Who was invited and never came gets a new first link.
 */
export async function comeBack(visit: PersonVisit): Promise<Response> {
  const { actor, member } = visit;
  if (member.disabledAt === null) return refusal(problem("person-has-not-left"));
  if ((await staffOf(visit)).hasBeenIn(member)) return askFor(visit);
  await reopen(visit);
  const making = { ...visit, municipality: actor.municipality, madeBy: actor.account };
  return Response.json(await makeLink(making, member, "invitation"), { status: 201 });
}

/** In the log too: whoever has asked may be another. */
export async function reopen(visit: PersonVisit): Promise<void> {
  const { tx, actor, at, member } = visit;
  // Accounts may have been closed in another way than here.
  await removeWaysIn(visit);
  await tx.accounts.setDisabled(member.id, null);
  const details = { account: member.id, added: without(member.grants, []) };
  tx.audit.append({ at, account: actor.account, action: "person.came-back", details });
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
 * Another first link, for somebody who has not come in yet. Whoever has been in gets none like this, not
 * even when nothing opens her account just now: one administrator alone could take it over.
 */
export async function renewLink(visit: PersonVisit): Promise<Response> {
  const { actor, member } = visit;
  const staff = await staffOf(visit);
  if (member.disabledAt !== null) return refusal(problem("person-has-left"));
  const isIn = staff.stateOf(member) === "active" || staff.hasBeenIn(member);
  if (isIn) return refusal(problem("person-can-come-in"));
  const making = { ...visit, municipality: actor.municipality, madeBy: actor.account };
  return Response.json(await makeLink(making, member, "invitation"), { status: 201 });
}
