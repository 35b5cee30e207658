import type { Role } from "#access";
import type { SessionView } from "#server";

export const roleNames: Readonly<Record<Role, string>> = {
  caseWorker: "Handläggare",
  unitManager: "Enhetschef",
  coordinator: "Lokal samordnare",
  analyst: "Analytiker",
  committeeReader: "Nämndledamot",
  regionalLead: "Regional utvecklingsledare",
  nationalAnalyst: "Nationell analytiker",
  logReviewer: "Logggranskare",
  administrator: "Administratör",
};

type Grants = Pick<SessionView, "grants">;

export function hasRole({ grants }: Grants, ...roles: readonly Role[]): boolean {
  return grants.some((grant) => roles.includes(grant.role));
}

export type NamedUnit = {
  readonly id: string;
  readonly name: string;
  /** The municipalities beside its own that it receives people from. */
  readonly serves?: readonly { readonly code: string; readonly name: string }[];
};

/** The units in which the person holds one of the roles, each once. */
export function unitsWith({ grants }: Grants, ...roles: readonly Role[]): readonly NamedUnit[] {
  const units = new Map<string, NamedUnit>();
  for (const { role, unit } of grants) {
    if (unit && roles.includes(role)) units.set(unit.id, unit);
  }
  return [...units.values()];
}

/** As `unitsWith`; a role that is held in the whole municipality reaches every unit of it. */
export function unitsReachedWith(
  session: Pick<SessionView, "grants" | "units">,
  ...roles: readonly Role[]
): readonly NamedUnit[] {
  const reachesAll = session.grants.some(({ role, unit }) => !unit && roles.includes(role));
  return reachesAll ? session.units : unitsWith(session, ...roles);
}

/**
 * «Handläggare, Familjefrid»: what the person is right now; each role once, and three units or more as
 * a number, so that it fits in a line.
 */
export function rolesInWords(session: Grants): string {
  const held = [...new Set(session.grants.map(({ role }) => role))];
  return held
    .map((role) => {
      const units = unitsWith(session, role);
      if (units.length === 0) return roleNames[role];
      if (units.length > 2) return `${roleNames[role]}, ${units.length} enheter`;
      return `${roleNames[role]}, ${units.map(({ name }) => name).join(" och ")}`;
    })
    .join(" · ");
}
