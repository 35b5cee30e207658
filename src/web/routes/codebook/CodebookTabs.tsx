import { NavLink } from "react-router";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";

/** Between the whole codebook and what is the municipality's own, for those who register. */
export function CodebookTabs() {
  const session = useSession();
  if (!hasRole(session, "caseWorker", "coordinator", "unitManager")) return null;
  return (
    <nav aria-label="Delar av kodboken" className="codebook-parts not-printed">
      <NavLink to="/kodbok" end>
        Alla frågor
      </NavLink>
      <NavLink to="/kodbok/egna">Egna frågor</NavLink>
    </nav>
  );
}
