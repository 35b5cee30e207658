import { type Role, unitsOf } from "#access";
import type { Unit } from "#store";
import type { Visit } from "./http/route.ts";

/** A visit that looks at several units: all of the municipality's, fetched once. */
export type UnitsVisit = Visit & { readonly units: readonly Unit[] };

/** The units in which the actor holds one of the roles; all of them, where she holds it everywhere. */
export function unitsReachedWith(
  { actor, units }: UnitsVisit,
  ...roles: readonly Role[]
): readonly Unit[] {
  const held = unitsOf(actor, roles);
  return held === "all" ? units : units.filter(({ id }) => held.includes(id));
}
