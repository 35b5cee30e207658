import { type Grant, grantInOneWord, type Role } from "#access";
import { type Problem, problem } from "#kernel";
import type { OrganisationKind, Unit } from "#store";
import type { PeopleView, RolePlace } from "../wire-of-people.ts";

const ofEverybody = {
  analyst: "municipality",
  committeeReader: "municipality",
  logReviewer: "municipality",
  administrator: "municipality",
} as const;

/** The roles that each kind of organisation has use for, in the order in which they are offered. */
const places: Readonly<Record<OrganisationKind, { readonly [role in Role]?: RolePlace }>> = {
  municipality: {
    caseWorker: "units",
    unitManager: "units",
    coordinator: "either",
    ...ofEverybody,
  },
  county: { regionalLead: "municipality", ...ofEverybody },
  nation: { nationalAnalyst: "municipality", ...ofEverybody },
};

export function rolesOf(kind: OrganisationKind): PeopleView["roles"] {
  return (Object.entries(places[kind]) as [Role, RolePlace][]).map(([role, place]) => ({
    role,
    place,
  }));
}

/**
 * Whether roles can be held like that. What she holds already she may keep: an older way of giving roles
 * knew other places.
 */
export function checkRoles(
  wanted: readonly Grant[],
  kind: OrganisationKind,
  units: readonly Unit[],
  held: readonly Grant[] = [],
): readonly Problem[] {
  if (wanted.length === 0) return [problem("role-needed", "roles")];
  const isPossible = ({ role, unit }: Grant): boolean => {
    const place = places[kind][role];
    if (unit === null) return place === "municipality" || place === "either";
    return (place === "units" || place === "either") && units.some(({ id }) => id === unit);
  };
  const kept = new Set(held.map(grantInOneWord));
  const isWrong = wanted.some((grant) => !kept.has(grantInOneWord(grant)) && !isPossible(grant));
  return isWrong ? [problem("role-not-there", "roles")] : [];
}

/** Each once. */
export function distinct(grants: readonly Grant[]): readonly Grant[] {
  return [...new Map(grants.map((grant) => [grantInOneWord(grant), grant])).values()];
}

/** Those of the first that the second does not hold, for the log: `caseWorker@<unit>`. */
export function without(grants: readonly Grant[], others: readonly Grant[]): readonly string[] {
  const known = new Set(others.map(grantInOneWord));
  return grants.map(grantInOneWord).filter((word) => !known.has(word));
}
