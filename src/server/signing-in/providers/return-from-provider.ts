import type { Context } from "hono";
import { hashSessionSecret, isAccountLinkAlive, isSessionAlive, newSessionToken } from "#access";
import { setSessionCookie } from "../../http/session-cookie.ts";
import type { Services } from "../../services.ts";
import { removeEarlierWays } from "../link/remove-earlier-ways.ts";
import { type Opening, openSession } from "../open-session.ts";
import { endAtProvider, type Returned } from "./end-at-provider.ts";

/** A page that says that its tab can be closed. */
const provedPath = "/inloggad";

/** Where the sign-in page says what went wrong, and what to do. */
const refused = "/logga-in?fel=inloggning";
const unknown = "/logga-in?fel=okand";
const linkDead = "/logga-in?fel=lank";

/** Whoever comes back is let in, linked to her account, or has proved it once more. Nobody gets an account by it. */
export async function returnFromProvider(context: Context, services: Services): Promise<Response> {
  const returned = await endAtProvider(context, services);
  const path = returned ? await received(context, services, returned) : refused;
  return context.redirect(path, 303);
}

async function received(context: Context, services: Services, returned: Returned): Promise<string> {
  const { provider, purpose } = returned;
  if (purpose.kind !== "sign-in" && purpose.municipality !== provider.municipality) return refused;
  const within = services.store.within(provider.municipality, async (tx) => {
    const opening = { context, services, tx, at: services.clock.now() };
    if (purpose.kind === "sign-in") return comeIn(opening, returned, purpose.path);
    if (purpose.kind === "link") return linked(opening, returned, purpose.linkHash);
    return proved(opening, returned, purpose.session);
  });
  return within.catch(async (error: unknown) => {
    if (!(error instanceof Unlinked)) throw error;
    await services.store.within(provider.municipality, async (tx) => logRefusal(tx, services));
    return unknown;
  });
}

/** What the link was used for did not come about: nothing of it is kept, and the link stays good. */
class Unlinked extends Error {}

async function comeIn(
  opening: Opening,
  { identity, provedAt }: Returned,
  path: string,
): Promise<string> {
  const { services, tx } = opening;
  const account = await tx.providerIdentities.find(identity);
  if (account === undefined) {
    logRefusal(tx, services);
    return unknown;
  }
  const opened = await openSession(opening, account, "provider", provedAt);
  return opened.ok ? path : unknown;
}

function logRefusal({ audit }: Opening["tx"], { clock }: Services): void {
  const details = { by: "provider" };
  audit.append({ at: clock.now(), account: null, action: "session.refused", details });
}

/** @throws Unlinked after the first change: an answer that is returned would keep the half of it. */
async function linked(
  opening: Opening,
  { identity, provedAt }: Returned,
  hash: string,
): Promise<string> {
  const { tx, at } = opening;
  const link = await tx.accountLinks.find(hash);
  if (!link || !isAccountLinkAlive(link, at)) return linkDead;
  const { account } = link;
  if (!(await tx.accountLinks.use(hash, at))) return linkDead;
  if (link.purpose === "recovery") await removeEarlierWays({ tx, at }, account);
  if (!(await tx.providerIdentities.insert(identity, account, at))) throw new Unlinked();
  tx.audit.append({ at, account, action: "account.opened", details: { by: "provider" } });
  const opened = await openSession(opening, account, "provider", provedAt);
  if (!opened.ok) throw new Unlinked();
  return "/";
}

async function proved(opening: Opening, { identity }: Returned, session: string): Promise<string> {
  const { context, services, tx, at } = opening;
  const account = await tx.providerIdentities.find(identity);
  const active = await tx.sessions.findActive(session);
  const isHers = active && active.actor.account === account && isSessionAlive(active.session, at);
  if (!isHers) return refused;
  const token = newSessionToken(active.actor.municipality, services.randomness);
  await tx.sessions.prove(session, hashSessionSecret(token.secret), at);
  tx.audit.append({ at, account: active.actor.account, action: "session.proved" });
  setSessionCookie(context, services, token);
  return provedPath;
}
