import type { Context } from "hono";
import {
  type Actor,
  hashSessionSecret,
  holdsRole,
  holdsRoleInUnit,
  isProvedLately,
  isSessionAlive,
  type PolicyLine,
  policy,
  type RouteKey,
  type RouteKeyOf,
} from "#access";
import { type Instant, problem, type UnitId, unitId } from "#kernel";
import type { MunicipalityTransaction } from "#store";
import type { Services } from "../services.ts";
import { notFound, refusal } from "./refusal.ts";
import { readSessionCookie } from "./session-cookie.ts";

const minute = 60_000;

/** A route cannot be written without a key from the policy table. */
export type Route = {
  readonly key: RouteKey;
  readonly handle: (context: Context, services: Services) => Response | Promise<Response>;
};

/** One request of a signed-in person, inside one transaction limited to her municipality. */
export type Visit = {
  readonly context: Context;
  readonly services: Services;
  readonly tx: MunicipalityTransaction;
  readonly actor: Actor;
  readonly at: Instant;
  /** Hash of the session's secret. */
  readonly session: string;
  /** When she last proved who she is. */
  readonly provedAt: Instant;
  /** Does it when the transaction is on the disk, and not at all when it is not. */
  readonly onceSaved: (act: () => void) => void;
};

export function publicRoute(key: RouteKeyOf<"anyone">, handle: Route["handle"]): Route {
  return { key, handle };
}

export function signedInRoute(
  key: RouteKeyOf<"signed-in" | "municipality" | "unit">,
  handle: (visit: Visit) => Response | Promise<Response>,
): Route {
  return {
    key,
    handle: (context, services) =>
      visiting(context, services, (visit) => admitting(key, visit, () => handle(visit))),
  };
}

/** Whoever was admitted, when the transaction that admitted her has ended. */
export type LongVisit = Pick<Visit, "context" | "services" | "actor" | "at">;

/** For what takes too long to hold a transaction open meanwhile: it opens its own. */
export function longRoute(
  key: RouteKeyOf<"signed-in" | "municipality">,
  handle: (visit: LongVisit) => Promise<Response>,
  seenEvery?: number,
): Route {
  return {
    key,
    async handle(context, services) {
      let admitted: LongVisit | undefined;
      const admit = (visit: Visit) =>
        admitting(key, visit, () => {
          admitted = { context, services, actor: visit.actor, at: visit.at };
          return new Response();
        });
      const answer = await visiting(context, services, admit, seenEvery);
      return admitted ? handle(admitted) : answer;
    },
  };
}

/** As `longRoute`; but when somebody asked for this is written down no more than once in five minutes. */
export function quietRoute(
  key: RouteKeyOf<"signed-in" | "municipality">,
  handle: (visit: LongVisit) => Promise<Response>,
): Route {
  return longRoute(key, handle, 5 * minute);
}

/** Whoever may not is told that there is no such thing, before she is asked who she is. */
function admitting(
  key: RouteKey,
  visit: Visit,
  admit: () => Response | Promise<Response>,
): Response | Promise<Response> {
  if (!isAdmitted(policy[key], visit)) return turnedAway(key, visit);
  return isProvedFor(key, visit) ? admit() : refusal(problem("step-up-needed"));
}

/** Whether what she last proved is new enough for this route. */
export function isProvedFor(key: RouteKey, { provedAt, at }: Visit): boolean {
  return !("stepUp" in policy[key]) || isProvedLately(provedAt, at);
}

function turnedAway(route: RouteKey, { tx, actor, at }: Visit): Response {
  const { account } = actor;
  tx.audit.append({ at, account, action: "route.refused", details: { route } });
  return notFound();
}

/** Opens the session and the transaction; everybody else is asked to sign in. */
export async function visiting(
  context: Context,
  services: Services,
  handle: (visit: Visit) => Response | Promise<Response>,
  seenEvery = minute,
): Promise<Response> {
  const token = readSessionCookie(context, services);
  if (!token) return refusal(problem("not-signed-in"));
  const session = hashSessionSecret(token.secret);
  const waiting: (() => void)[] = [];
  const onceSaved: Visit["onceSaved"] = (act) => waiting.push(act);
  let isTouched = false;
  const response = await services.store.within(token.municipality, async (tx) => {
    const at = services.clock.now();
    const active = await tx.sessions.findActive(session);
    if (!active || !isSessionAlive(active.session, at)) {
      // Told to whoever holds the secret of that session alone.
      const wasEnded = !active && (await tx.sessions.wasEnded(session));
      return refusal(problem(wasEnded ? "session-ended" : "not-signed-in"));
    }
    if (isSomebodyElses(context, active.actor)) return refusal(problem("not-signed-in"));
    // Once a minute is enough to measure idleness, and spares every save a write.
    const unseen = Date.parse(at) - Date.parse(active.session.lastSeenAt);
    isTouched = unseen > seenEvery && !isBackground(context);
    if (isTouched) await tx.sessions.touch(session, at);
    const { actor } = active;
    const provedAt = active.session.provedAt ?? active.session.createdAt;
    return handle({ context, services, tx, actor, at, session, provedAt, onceSaved });
  });
  if (isTouched) services.store.passNumbers();
  for (const act of waiting) act();
  return response;
}

/** What waited in a window while another person signed in beside it is not saved in that one's name. */
function isSomebodyElses(context: Context, { account }: Actor): boolean {
  const claimed = context.req.header("Skillnad-Account");
  return claimed !== undefined && claimed !== account;
}

/** A page that looks again by itself is nobody's presence: it must not keep a session from ending. */
function isBackground(context: Context): boolean {
  return context.req.header("Skillnad-Background") !== undefined;
}

function isAdmitted(line: PolicyLine, { actor, context }: Visit): boolean {
  if (line.scope === "signed-in") return true;
  if (line.scope === "municipality") return holdsRole(actor, line.roles);
  return holdsRoleInUnit(actor, line.roles, addressedUnit(context));
}

export function addressedUnit(context: Context): UnitId {
  return unitId(context.req.param("unit") ?? "");
}
