import { notFound } from "../http/refusal.ts";
import { longRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { rememberDevice } from "../signing-in/known-device.ts";
import { changePassword } from "../signing-in/password/change-password.ts";
import { proveAgain } from "../signing-in/prove-again.ts";
import { handleOf, viewOwnAccount } from "../signing-in/view-own-account.ts";

/** Her own ways in, and where she is signed in. */
export const ownAccountRoutes: readonly Route[] = [
  longRoute("POST /api/session/proof", proveAgain),
  signedInRoute("GET /api/own-account", async (visit) =>
    Response.json(await viewOwnAccount(visit)),
  ),
  signedInRoute("DELETE /api/own-account/sessions/:handle", endSessions),
  longRoute("POST /api/own-account/password", changePassword),
];

/** One of hers, or with «others» all but this. What opened them is out at its next request. */
async function endSessions(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at, session } = visit;
  const { account, municipality } = actor;
  const handle = context.req.param("handle") ?? "";
  const others = (await tx.sessions.listOf(account)).filter((each) => each.tokenHash !== session);
  const ending =
    handle === "others" ? others : others.filter((each) => handleOf(each.tokenHash) === handle);
  if (handle !== "others" && ending.length === 0) return notFound();
  for (const { tokenHash } of ending) await tx.sessions.revoke(tokenHash, at);
  // The browsers themselves are forgotten too: she may have lost one. This one is here.
  await tx.sessions.forgetDevicesOf(account, at);
  if (services.kind === "real") {
    await rememberDevice({ context, services }, { municipality, account, knownFrom: at }, at);
  }
  tx.audit.append({
    at,
    account,
    action: "session.ended-elsewhere",
    details: { sessions: ending.length },
  });
  return context.body(null, 204);
}
