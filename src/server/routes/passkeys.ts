import type { Context } from "hono";
import { hashAccountLink, isAccountLinkAlive, parseAccountLink } from "#access";
import { municipalityCode, problem } from "#kernel";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { publicRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import type { Services } from "../services.ts";
import { openSession } from "../signing-in/open-session.ts";
import { addPasskey } from "../signing-in/passkeys/add-passkey.ts";
import { offerMaking, offerUse } from "../signing-in/passkeys/offer-passkey.ts";
import { LinkToMake, PasskeyMaking, PasskeyUse } from "../signing-in/passkeys/passkey-answers.ts";
import { municipalityOfPasskey, proveByPasskey } from "../signing-in/passkeys/prove-by-passkey.ts";

/** Coming in by passkey, and making and taking away one's own. */
export const passkeyRoutes: readonly Route[] = [
  publicRoute("POST /api/passkey-challenge", async (context, services) =>
    Response.json(await offerUse({ context, services })),
  ),
  publicRoute("POST /api/passkey-session", signInByPasskey),
  publicRoute("POST /api/account-link/passkey-challenge", offerByLink),
  signedInRoute("POST /api/own-account/passkeys/challenge", async (visit) =>
    Response.json(await offerMaking(visit, visit.actor.account)),
  ),
  signedInRoute("POST /api/own-account/passkeys", makeOwn),
  signedInRoute("DELETE /api/own-account/passkeys/:passkey", removeOwn),
];

/** Nobody guesses a passkey, so no try delays the next one. */
async function signInByPasskey(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, PasskeyUse);
  if (body.kind === "refused") return refusalOf(body.problems);
  const municipality = municipalityOfPasskey(body.value);
  const known = await services.store.municipalities();
  if (!known.some(({ code }) => code === municipality)) return refusal(problem("passkey-refused"));
  return services.store.within(municipalityCode(municipality ?? ""), async (tx) => {
    const opening = { context, services, tx, at: services.clock.now() };
    const account = await proveByPasskey(opening, body.value);
    if (account === undefined) return refusal(problem("passkey-refused"));
    return openSession(opening, account, "passkey");
  });
}

/** Somebody invited, before she has any way in. The link is looked at, and stays good. */
async function offerByLink(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, LinkToMake);
  if (body.kind === "refused") return refusalOf(body.problems);
  const link = parseAccountLink(body.value.link);
  const known = await services.store.municipalities();
  if (!link || !known.some(({ code }) => code === link.municipality)) {
    return refusal(problem("account-link-dead"));
  }
  return services.store.within(link.municipality, async (tx) => {
    const kept = await tx.accountLinks.find(hashAccountLink(link));
    if (!kept || !isAccountLinkAlive(kept, services.clock.now())) {
      return refusal(problem("account-link-dead"));
    }
    return Response.json(await offerMaking({ context, services, tx }, kept.account));
  });
}

async function makeOwn(visit: Visit): Promise<Response> {
  const body = await readBody(visit.context, PasskeyMaking);
  if (body.kind === "refused") return refusalOf(body.problems);
  const added = await addPasskey(visit, visit.actor.account, body.value);
  return added !== undefined
    ? new Response(null, { status: 204 })
    : refusal(problem("passkey-not-made"));
}

/** The last way in is not taken away: she could not come back. */
async function removeOwn({ context, tx, actor, at }: Visit): Promise<Response> {
  const { account } = actor;
  // One after the other: of two at once each would leave the other's.
  await tx.people.lock();
  const [own, held, issuers] = await Promise.all([
    tx.accounts.find(account),
    tx.passkeys.listOf(account),
    tx.providerIdentities.issuersOf(account),
  ]);
  const isLast = held.length === 1 && !own?.passwordHash && issuers.length === 0;
  if (isLast) return refusal(problem("last-way-in"));
  const isRemoved = await tx.passkeys.remove(account, context.req.param("passkey") ?? "");
  if (!isRemoved) return notFound();
  tx.audit.append({ at, account, action: "passkey.removed" });
  return new Response(null, { status: 204 });
}
