import type { Context } from "hono";
import { municipalityCode, problem } from "#kernel";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { publicRoute, type Route, signedInRoute } from "../http/route.ts";
import { clearSessionCookie } from "../http/session-cookie.ts";
import { DemoSignIn, PasswordSignIn } from "../requests-of-sign-in.ts";
import type { Services } from "../services.ts";
import { viewSession } from "../session-view.ts";
import { openSession } from "../signing-in/open-session.ts";
import { proveByPassword } from "../signing-in/password/prove-by-password.ts";
import type { SignInOptions } from "../wire.ts";

export const sessionRoutes: readonly Route[] = [
  publicRoute("GET /api/sign-in", async (_, services) => {
    const { store, kind, demoAccounts, firstRun, providers, practiceAt } = services;
    const all = await store.municipalities();
    const body: SignInOptions = {
      kind,
      municipalities: all.map(({ code, name }) => ({ code, name })),
      isFirstRun: await firstRun.isOpen(),
      providers: providers.list.map(({ id, name, municipality }) => ({ id, name, municipality })),
      ...(practiceAt === undefined ? {} : { practiceAt }),
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
    clearSessionCookie(context, services);
    return context.body(null, 204);
  }),
];

async function signInByPassword(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, PasswordSignIn);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { name, password, code } = body.value;
  const municipality = municipalityCode(body.value.municipality);
  const isKnown = (await services.store.municipalities()).some(
    (each) => each.code === municipality,
  );
  if (!isKnown) return refusal(problem("sign-in-refused"));
  return proveByPassword(
    { context, services },
    {
      municipality,
      whose: { name },
      password,
      code,
      onRight: (opening, account) => openSession(opening, account, "password"),
      onWrong: ({ tx, at }, account) => {
        tx.audit.append({ at, account, action: "session.refused" });
        return refusal(problem("sign-in-refused"));
      },
    },
  );
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
    openSession({ context, services, tx, at: services.clock.now() }, account, "demo"),
  );
}
