import { Link, useLoaderData } from "react-router";
import { systemClock } from "#kernel";
import type { SessionList, SessionView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { type NamedUnit, unitsReachedWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { momentInWords } from "../../words/calendar.ts";
import { OpenNewSession } from "./OpenNewSession.tsx";
import { sessionHelp } from "./session-help.ts";
import { sessionPage } from "./session-place.ts";
import "../start/start.css";
import "./registration-session.css";

type UnitSessions = { readonly unit: NamedUnit; readonly sessions: SessionList["sessions"] };

export async function loadSessions({
  request,
}: {
  readonly request: Request;
}): Promise<readonly UnitSessions[]> {
  const session = loaded(await get<SessionView>("/api/session", request.signal), request);
  const units = unitsReachedWith(session, "caseWorker", "coordinator", "unitManager");
  return Promise.all(
    units.map(async (unit) => {
      const path = `/api/units/${encodeURIComponent(unit.id)}/sessions`;
      const { sessions } = loaded(await get<SessionList>(path, request.signal), request);
      return { unit, sessions };
    }),
  );
}

/** The registration sessions of one's units, and the way to a new one. */
export function SessionsPage() {
  const found = useLoaderData<readonly UnitSessions[]>();
  const leads = unitsReachedWith(useSession(), "coordinator", "unitManager");
  return (
    <Page
      title="Registreringsstuga"
      help={sessionHelp}
      lead={<p>Registrera tillsammans en eftermiddag, och prata om hur ni bedömer.</p>}
    >
      {leads.length > 0 && <OpenNewSession units={leads} />}
      {found.map(({ unit, sessions }) => (
        <section key={unit.id} aria-labelledby={`enhet-${unit.id}`} className="sessions-of-unit">
          <h2 id={`enhet-${unit.id}`}>{unit.name}</h2>
          {sessions.length === 0 ? (
            <p className="soft">
              Ingen stuga har öppnats än.
              {leads.length === 0 && " Det gör samordnaren eller enhetschefen."}
            </p>
          ) : (
            <ul className="todo session-list">
              {sessions.map(({ id, name, openedAt, closedAt }) => (
                <li key={id}>
                  <Link to={sessionPage({ unit: unit.id, session: id })}>{name}</Link>
                  <span className="soft">
                    {closedAt === null
                      ? `Pågår, öppnades ${momentInWords(openedAt, systemClock.now())}`
                      : `Avslutad ${momentInWords(closedAt, systemClock.now())}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Page>
  );
}
