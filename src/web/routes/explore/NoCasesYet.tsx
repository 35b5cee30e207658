import { Link } from "react-router";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Nothing is chosen that could be taken away: the unit itself has no such cases, and gets its first. */
export function NoCasesYet() {
  const mayRegister = hasRole(useSession(), "caseWorker");
  return (
    <Notice tone="calm" title="Inga ärenden ännu">
      <p>
        Här kommer svaret att stå när enheten har ärenden som frågan gäller. Du kan också välja en
        annan fråga eller andra siffror.
      </p>
      {mayRegister && (
        <p>
          <Link to="/arenden/nytt">Börja med ett nytt ärende</Link>
        </p>
      )}
    </Notice>
  );
}
