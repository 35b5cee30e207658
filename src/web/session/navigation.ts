import type { SessionView } from "#server";
import { entranceToResults, readsMunicipality } from "./results-pages.ts";
import { hasRole } from "./roles.ts";

export type NavigationItem = { readonly path: string; readonly name: string };

/** The pages that this person has any use for, in the order of the menu. */
export function navigationOf(session: Pick<SessionView, "grants">): readonly NavigationItem[] {
  const opensCases = hasRole(session, "caseWorker", "unitManager");
  const items: readonly (NavigationItem & { readonly shown: boolean })[] = [
    { path: "/", name: "Start", shown: true },
    { path: "/arenden", name: "Ärenden", shown: opensCases },
    { path: entranceToResults(session), name: "Resultat", shown: true },
    {
      path: "/laget",
      name: "Läget",
      shown: hasRole(session, "coordinator", "unitManager"),
    },
    {
      path: "/stuga",
      name: "Registreringsstuga",
      shown: hasRole(session, "caseWorker", "coordinator", "unitManager"),
    },
    { path: "/fokusmanad", name: "Fokusmånad", shown: readsMunicipality(session) },
    {
      path: "/sammanstallning",
      name: "Sammanställning",
      shown: hasRole(session, "regionalLead", "nationalAnalyst"),
    },
    { path: "/nyckla-in", name: "Nyckla in enkät", shown: hasRole(session, "coordinator") },
    {
      path: "/enkatsprak",
      name: "Enkäten",
      shown: hasRole(session, "coordinator", "unitManager"),
    },
    {
      path: "/leverera",
      name: "Leverera",
      shown: hasRole(session, "coordinator", "unitManager"),
    },
    {
      path: "/gallring",
      name: "Gallring",
      shown: hasRole(session, "coordinator", "unitManager"),
    },
    { path: "/notiser", name: "Notiser", shown: hasRole(session, "unitManager") },
    { path: "/personer", name: "Personer", shown: hasRole(session, "administrator") },
    { path: "/enheter", name: "Enheter", shown: hasRole(session, "administrator") },
    {
      path: "/sakerhetskopia",
      name: "Säkerhetskopia",
      shown: hasRole(session, "administrator"),
    },
    { path: "/logg", name: "Logg", shown: hasRole(session, "logReviewer") },
    { path: "/kodbok", name: "Kodbok", shown: true },
  ];
  return items.filter(({ shown }) => shown).map(({ path, name }) => ({ path, name }));
}
