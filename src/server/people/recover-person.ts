import { problem, randomId } from "#kernel";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { Visit } from "../http/route.ts";
import { SettleRecovery } from "../requests-of-people.ts";
import { makeLink } from "./make-link.ts";
import { staffOf } from "./person-state.ts";
import { isStillAsked, waitingRecoveries } from "./person-view.ts";
import { type PersonVisit, tellPerson } from "./person-visit.ts";

/** One administrator asks; whoever asks twice has asked once. */
export async function askForRecovery(visit: PersonVisit): Promise<Response> {
  const { services, tx, actor, at, member } = visit;
  const staff = await staffOf(visit);
  const state = staff.stateOf(member);
  if (state === "left") return refusal(problem("person-has-left"));
  if (state === "invited") return refusal(problem("person-cannot-come-in"));
  const waiting = await waitingRecoveries(visit, staff);
  if (waiting.some(({ account }) => account === member.id)) return tellPerson(visit);
  const id = randomId(services.randomness);
  await tx.recoveries.insert({ id, account: member.id, askedBy: actor.account, askedAt: at });
  const details = { account: member.id };
  tx.audit.append({ at, account: actor.account, action: "recovery.asked", details });
  return tellPerson(visit);
}

/** Another one allows it, and hands the link over; anybody who keeps accounts may decline it. */
export async function settleRecovery(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, SettleRecovery);
  if (body.kind === "refused") return refusalOf(body.problems);
  await tx.people.lock();
  const asked = await tx.recoveries.findWaiting(context.req.param("recovery") ?? "");
  const member = asked && (await tx.people.find(asked.account));
  if (!member || member.disabledAt !== null || !isStillAsked(asked, at)) {
    return refusal(problem("recovery-gone"));
  }
  const { account } = actor;
  const details = { account: member.id };
  if (!body.value.isAllowed) {
    await tx.recoveries.decline(asked.id, at);
    tx.audit.append({ at, account, action: "recovery.declined", details });
    return new Response(null, { status: 204 });
  }
  if ([asked.askedBy, asked.account].includes(account)) {
    return refusal(problem("recovery-needs-another"));
  }
  await tx.recoveries.allow(asked.id, account, at);
  tx.audit.append({ at, account, action: "recovery.allowed", details });
  const making = { ...visit, municipality: actor.municipality, madeBy: account };
  return Response.json(await makeLink(making, member, "recovery"), { status: 201 });
}
