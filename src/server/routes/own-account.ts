import { notFound } from "../http/refusal.ts";
import { longRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { endOtherSessions } from "../signing-in/end-other-sessions.ts";
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
  const { context, tx, actor, at, session } = visit;
  const { account, municipality } = actor;
  const handle = context.req.param("handle") ?? "";
  const isMeant = ({ tokenHash }: { readonly tokenHash: string }) =>
    handle === "others" || (handleOf(tokenHash) === handle && tokenHash !== session);
  if (handle !== "others" && !(await tx.sessions.listOf(account)).some(isMeant)) return notFound();
  const sessions = await endOtherSessions(visit, { municipality, account, session }, isMeant);
  tx.audit.append({ at, account, action: "session.ended-elsewhere", details: { sessions } });
  return context.body(null, 204);
}
