import type { RouteKeyOf } from "#access";
import { type CaseId, type JsonValue, problem } from "#kernel";
import type { Participant } from "#registration";
import type { RegistrationSession } from "#store";
import { notFound, refusal } from "./refusal.ts";
import { addressedUnit, type Route, signedInRoute, type Visit } from "./route.ts";

/** A visit at one registration session of the unit that the address names. */
export type RegistrationSessionVisit = Visit & {
  readonly registrationSession: RegistrationSession;
  readonly participant: Participant;
  readonly isParticipant: boolean;
  readonly log: (
    action: string,
    about?: {
      readonly case?: CaseId;
      readonly details?: { readonly [key: string]: JsonValue };
    },
  ) => void;
};

type SessionRouteKey = Extract<
  RouteKeyOf<"unit">,
  `${string} /api/units/:unit/sessions/:session${string}`
>;

/** To see it, to change it while it is open, to take part in it. */
export type SessionAccess = "look" | "change" | "take-part";

/**
 * Another unit's session does not exist. Changes of one session come one after the other: its row is
 * locked, so that nothing is taken in a session that is just being closed.
 */
export function registrationSessionRoute(
  key: SessionRouteKey,
  access: SessionAccess,
  handle: (visit: RegistrationSessionVisit) => Response | Promise<Response>,
): Route {
  return signedInRoute(key, async (visit) => {
    const { context, tx, actor, at } = visit;
    const id = context.req.param("session") ?? "";
    const sessions = tx.registrationSessions;
    const found = await (access === "look" ? sessions.find(id) : sessions.findForChange(id));
    if (!found || found.unit !== addressedUnit(context)) return notFound();
    if (access !== "look" && found.closedAt !== null) return refusal(problem("session-closed"));
    const isParticipant = (await sessions.participants(id)).includes(actor.account);
    if (access === "take-part" && !isParticipant) return refusal(problem("session-not-joined"));
    return handle({
      ...visit,
      registrationSession: found,
      participant: { account: actor.account, unit: found.unit },
      isParticipant,
      log: (action, { case: about, details } = {}) =>
        tx.audit.append({
          at,
          account: actor.account,
          action: `registration-session.${action}`,
          ...(about ? { case: about } : {}),
          details: { unit: found.unit, session: found.id, ...details },
        }),
    });
  });
}
