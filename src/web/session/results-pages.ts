import type { Role } from "#access";
import type { SessionView } from "#server";
import { hasRole } from "./roles.ts";

type ResultsPage = {
  readonly path: string;
  readonly name: string;
  /** Who has use for it. */
  readonly roles: readonly Role[] | "everybody";
};

/** Those who read the municipality's own figures. */
const ofMunicipality: readonly Role[] = [
  "caseWorker",
  "unitManager",
  "coordinator",
  "analyst",
  "committeeReader",
];

/** The pages of results, in the order of their menu; in the main menu they are one. */
const pages: readonly ResultsPage[] = [
  { path: "/resultat", name: "Resultat", roles: ofMunicipality },
  { path: "/utforska", name: "Utforska", roles: "everybody" },
  { path: "/jamfor", name: "Jämför", roles: "everybody" },
  { path: "/kommunen", name: "Kommunen", roles: ofMunicipality },
  { path: "/riket", name: "Riket", roles: "everybody" },
  { path: "/underlag", name: "Underlag", roles: ofMunicipality },
  { path: "/atgarder", name: "Åtgärder", roles: ofMunicipality },
];

type Grants = Pick<SessionView, "grants">;

export function resultsPagesOf(session: Grants): readonly Omit<ResultsPage, "roles">[] {
  return pages
    .filter(({ roles }) => roles === "everybody" || hasRole(session, ...roles))
    .map(({ path, name }) => ({ path, name }));
}

/** Where «Resultat» leads: those who have no municipality's figures to read begin in the nation. */
export function entranceToResults(session: Grants): string {
  return readsMunicipality(session) ? "/resultat" : "/riket";
}

/** The municipality's own figures are for those who work there with this, and not for all who sign in. */
export function readsMunicipality(session: Grants): boolean {
  return hasRole(session, ...ofMunicipality);
}

export function isPageOfResults(pathname: string): boolean {
  return pages.some(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
}
