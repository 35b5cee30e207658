import { problem } from "#kernel";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { Visit } from "../http/route.ts";
import { SettleRecovery } from "../requests-of-people.ts";
import { reopen } from "./leave-and-return.ts";
import { makeLink } from "./make-link.ts";
import { allowingRule } from "./may-allow.ts";
import { issuersFor, staffOf } from "./person-state.ts";
import { isStillAsked } from "./person-view.ts";

/** Another one allows it, and hands the link over; anybody who keeps accounts may decline it. */
export async function settleRecovery(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, SettleRecovery);
  if (body.kind === "refused") return refusalOf(body.problems);
  await tx.people.lock();
  const asked = await tx.recoveries.findWaiting(context.req.param("recovery") ?? "");
  const member = asked && (await tx.people.find(asked.account, issuersFor(visit)));
  if (!member || !isStillAsked(asked, at)) {
    return refusal(problem("recovery-gone"));
  }
  const { account } = actor;
  const details = { account: member.id };
  if (!body.value.isAllowed) {
    await tx.recoveries.decline(asked.id, at);
    tx.audit.append({ at, account, action: "recovery.declined", details });
    return new Response(null, { status: 204 });
  }
  const refused = (await allowingRule(visit, await staffOf(visit)))(asked, account);
  if (refused) return refusal(refused);
  await tx.recoveries.allow(asked.id, account, at);
  tx.audit.append({ at, account, action: "recovery.allowed", details });
  // What waits for somebody who has left is that she comes back.
  if (member.disabledAt !== null) await reopen({ ...visit, member });
  const making = { ...visit, municipality: actor.municipality, madeBy: account };
  return Response.json(await makeLink(making, member, "recovery"), { status: 201 });
}
