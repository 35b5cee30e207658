import { Link } from "react-router";
import type { StartView } from "#server";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { sessionPage } from "../registration-session/session-place.ts";

/** A registration session that is going on: one line, and one press that gets there. */
export function OpenSessions({ sessions }: Pick<StartView, "sessions">) {
  const registers = hasRole(useSession(), "caseWorker");
  return sessions.map(({ id, name, unit }) => (
    <p key={id} className="card session-entrance">
      <Link to={sessionPage({ unit: unit.id, session: id })}>
        {registers ? "Registreringsstuga pågår: gå med" : "Registreringsstuga pågår: öppna"}
      </Link>
      <span>
        {name}, {unit.name}
      </span>
    </p>
  ));
}
