import type { RouteKeyOf } from "#access";
import type { JsonValue } from "#kernel";
import type { Unit } from "#store";
import { notFound } from "./refusal.ts";
import { addressedUnit, type Route, signedInRoute, type Visit } from "./route.ts";

/** A visit at the unit that the address names. */
export type UnitVisit = Visit & {
  readonly unit: Unit;
  readonly log: (action: string, details?: { readonly [key: string]: JsonValue }) => void;
};

type Handle = (visit: UnitVisit) => Response | Promise<Response>;

export function unitRoute(key: RouteKeyOf<"unit">, handle: Handle): Route {
  return signedInRoute(key, (visit) => inUnit(visit, handle));
}

/** Whoever holds her role in every unit may name one that does not exist. */
export async function inUnit(visit: Visit, handle: Handle): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const unit = await tx.units.find(addressedUnit(context));
  if (!unit) return notFound();
  return handle({
    ...visit,
    unit,
    log: (action, details = {}) =>
      tx.audit.append({
        at,
        account: actor.account,
        action,
        details: { unit: unit.id, ...details },
      }),
  });
}
