import type { Context } from "hono";
import {
  absoluteHours,
  hashSessionSecret,
  isPassword,
  newSessionToken,
  signInDelaySeconds,
} from "#access";
import { type AccountId, addHours, type Instant, municipalityCode, problem } from "#kernel";
import type { MunicipalityTransaction } from "#store";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { remoteAddress } from "../http/remote-address.ts";
import { readBody } from "../http/request-body.ts";
import { publicRoute, type Route, signedInRoute } from "../http/route.ts";
import { clearSessionCookie, setSessionCookie } from "../http/session-cookie.ts";
import { DemoSignIn, PasswordSignIn } from "../requests.ts";
import type { Services } from "../services.ts";
import { viewSession } from "../session-view.ts";
import type { SignInOptions } from "../wire.ts";

export const sessionRoutes: readonly Route[] = [
  publicRoute("GET /api/sign-in", async (_, { store, kind, demoAccounts }) => {
    const all = await store.municipalities();
    const body: SignInOptions = {
      kind,
      municipalities: all.map(({ code, name }) => ({ code, name })),
      demoAccounts,
    };
    return Response.json(body);
  }),
  publicRoute("POST /api/session", signInByPassword),
  publicRoute("POST /api/demo-session", signInToDemo),
  signedInRoute("GET /api/session", async (visit) => Response.json(await viewSession(visit))),
  signedInRoute("DELETE /api/session", async ({ context, services, tx, actor, at, session }) => {
    await tx.sessions.revoke(session, at);
    tx.audit.append({ at, account: actor.account, action: "session.ended" });
    clearSessionCookie(context, services.isHttps);
    return context.body(null, 204);
  }),
];

async function signInByPassword(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, PasswordSignIn);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { name, password } = body.value;
  const municipality = municipalityCode(body.value.municipality);
  const isKnown = (await services.store.municipalities()).some(({ code }) => code === municipality);
  if (!isKnown) return refusal(problem("sign-in-refused"));

  return services.store.within(municipality, async (tx) => {
    const at = services.clock.now();
    const attempts = [
      { kind: "account", key: name.toLowerCase() },
      { kind: "address", key: remoteAddress(context) },
    ] as const;
    const waits = await Promise.all(
      attempts.map(async ({ kind, key }) =>
        secondsLeft(await tx.signInAttempts.find(kind, key), at),
      ),
    );
    const seconds = Math.max(...waits);
    if (seconds > 0) return refusal(problem("sign-in-too-fast", undefined, { seconds }));

    const account = await tx.accounts.findBySignInName(name);
    const isRight = await isPassword(password, account?.passwordHash ?? undefined);
    if (!account || !isRight || account.disabledAt !== null) {
      for (const { kind, key } of attempts) await tx.signInAttempts.recordFailure(kind, key, at);
      tx.audit.append({ at, account: account?.id ?? null, action: "session.refused" });
      return refusal(problem("sign-in-refused"));
    }
    for (const { kind, key } of attempts) await tx.signInAttempts.clear(kind, key);
    return openSession(context, services, tx, account.id, at);
  });
}

/** In a folder stamped demo, by one click: its accounts have no passwords and no true cases. */
async function signInToDemo(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, DemoSignIn);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { municipality, account } = body.value;
  const listed = services.demoAccounts.some(
    (each) => each.municipality.code === municipality && each.account === account,
  );
  if (!listed) return notFound();
  return services.store.within(municipalityCode(municipality), (tx) =>
    openSession(context, services, tx, account, services.clock.now()),
  );
}

/** A new token at every sign-in: one that was planted before is worth nothing after. */
async function openSession(
  context: Context,
  services: Services,
  tx: MunicipalityTransaction,
  account: AccountId,
  at: Instant,
): Promise<Response> {
  const own = await tx.municipality.find();
  if (!own) throw new Error("an account without a municipality");
  const token = newSessionToken(own.code, services.randomness);
  const tokenHash = hashSessionSecret(token.secret);
  await tx.sessions.removeExpired(at);
  await tx.idempotency.removeBefore(addHours(at, -24));
  await tx.surveyInvitations.removeBefore(addHours(at, -24));
  const expiresAt = addHours(at, absoluteHours);
  const times = { createdAt: at, lastSeenAt: at, expiresAt, revokedAt: null };
  await tx.sessions.insert({ tokenHash, account, ...times });
  tx.audit.append({ at, account, action: "session.started" });
  const active = await tx.sessions.findActive(tokenHash);
  if (!active) return refusal(problem("sign-in-refused"));
  setSessionCookie(context, services.isHttps, token);
  return context.json(await viewSession({ services, tx, actor: active.actor }), 201);
}

function secondsLeft(
  attempts: { readonly failures: number; readonly lastFailureAt: Instant } | undefined,
  now: Instant,
): number {
  if (!attempts) return 0;
  const passed = (Date.parse(now) - Date.parse(attempts.lastFailureAt)) / 1000;
  return Math.max(0, Math.ceil(signInDelaySeconds(attempts.failures) - passed));
}
