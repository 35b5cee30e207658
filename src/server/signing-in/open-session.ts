import type { Context } from "hono";
import { absoluteHours, hashSessionSecret, newSessionToken } from "#access";
import { type AccountId, addHours, type Instant, problem, swedishDay } from "#kernel";
import type { MunicipalityTransaction, SignInMethod } from "#store";
import { refusal } from "../http/refusal.ts";
import { setSessionCookie } from "../http/session-cookie.ts";
import type { Services } from "../services.ts";
import { viewSession } from "../session-view.ts";
import { deviceOf } from "./device-of.ts";
import { rememberDevice } from "./known-device.ts";

export type Opening = {
  readonly context: Context;
  readonly services: Services;
  readonly tx: MunicipalityTransaction;
  readonly at: Instant;
};

/**
 * Whoever has proved that this is her account is let in. A new token at every sign-in: one that was
 * planted before is worth nothing after. Refused, and logged by nobody, when the account is closed.
 *
 * @param provedAt when she showed who she is, where that was elsewhere and earlier.
 */
export async function openSession(
  { context, services, tx, at }: Opening,
  account: AccountId,
  method: SignInMethod,
  provedAt: Instant = at,
): Promise<Response> {
  const own = await tx.municipality.find();
  if (!own) throw new Error("an account without a municipality");
  // Before anything is written: what is refused is saved all the same.
  const whose = await tx.accounts.find(account);
  if (!whose || whose.disabledAt !== null) return refusal(problem("sign-in-refused"));
  const token = newSessionToken(own.code, services.randomness);
  const tokenHash = hashSessionSecret(token.secret);
  await tx.sessions.removeExpired(at);
  await tx.idempotency.removeBefore(addHours(at, -24));
  await tx.surveyInvitations.removeBefore(addHours(at, -24));
  await tx.signInAttempts.removeBefore(addHours(at, -24));
  await tx.sessions.insert({
    tokenHash,
    account,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: addHours(at, absoluteHours),
    revokedAt: null,
    provedAt: provedAt < at ? provedAt : at,
    method,
    device: deviceOf(context.req.header("User-Agent")),
  });
  await tx.people.signedInOn(account, swedishDay(at));
  tx.audit.append({ at, account, action: "session.started", details: { method } });
  const active = await tx.sessions.findActive(tokenHash);
  if (!active) return refusal(problem("sign-in-refused"));
  setSessionCookie(context, services, token);
  if (method !== "demo") {
    const knownFrom = await tx.passwordWays.knownDevicesFrom(account, at);
    const owner = { municipality: own.code, account, knownFrom };
    await rememberDevice({ context, services }, owner, at);
  }
  return context.json(await viewSession({ services, tx, actor: active.actor }), 201);
}
