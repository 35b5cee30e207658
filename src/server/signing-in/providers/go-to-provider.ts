import type { Context } from "hono";
import { hashSessionSecret } from "#access";
import { notFound } from "../../http/refusal.ts";
import { hasEndedSession, readSessionCookie } from "../../http/session-cookie.ts";
import type { Services } from "../../services.ts";
import { beginAtProvider } from "./begin-at-provider.ts";
import type { Purpose } from "./flow.ts";

/** A page of ours, and no address that a browser reads as somebody else's. */
const ownPath = /^\/(?![/\\])[\w\-./?=&%]{0,500}$/;

/**
 * To the provider: to come in (`till`: the page that was wanted), or (`bevisa`) to prove it once more
 * in the session that this browser has.
 */
export async function goToProvider(context: Context, services: Services): Promise<Response> {
  const provider = services.providers.find(context.req.param("provider") ?? "");
  if (!provider) return notFound();
  const wanted = context.req.query("till") ?? "/";
  const isAnew = hasEndedSession(context, services);
  let purpose: Purpose = { kind: "sign-in", path: ownPath.test(wanted) ? wanted : "/", isAnew };
  if (context.req.query("bevisa") !== undefined) {
    const token = readSessionCookie(context, services);
    if (token?.municipality !== provider.municipality) return context.redirect("/logga-in", 303);
    const session = hashSessionSecret(token.secret);
    purpose = { kind: "proof", session, municipality: token.municipality };
  }
  try {
    return context.redirect(await beginAtProvider(context, services, provider, purpose), 303);
  } catch (error) {
    services.telemetry.failed(error);
    return context.redirect("/logga-in?fel=leverantor", 303);
  }
}
