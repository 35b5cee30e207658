import { Link, useLoaderData } from "react-router";
import type { NoticeList } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { roleNames } from "../../session/roles.ts";
import { Page } from "../../shell/Page.tsx";
import { exactMoment } from "../../words/calendar.ts";
import "../../ui/records.css";

export async function loadNotices({ request }: { readonly request: Request }) {
  return loaded(await get<NoticeList>("/api/notices", request.signal), request);
}

/** Who opened a colleague's case, and why. */
export function Notices() {
  const { notices, newcomers } = useLoaderData<NoticeList>();
  return (
    <Page
      title="Notiser"
      help={help}
      lead={
        <p>Ärenden som öppnats av någon annan än handläggaren, och vilka som fått nya roller.</p>
      }
    >
      {notices.length === 0 ? (
        <p>Här kommer det att stå när någon öppnar en kollegas ärende. Ingen har gjort det.</p>
      ) : (
        <table className="records">
          <caption className="aloud">Notiser, de senaste först</caption>
          <thead>
            <tr>
              <th scope="col">När</th>
              <th scope="col">Vem</th>
              <th scope="col">Ärende</th>
              <th scope="col">Skäl</th>
            </tr>
          </thead>
          <tbody>
            {notices.map(({ at, by, caseCode, reason }) => (
              <tr key={`${at} ${by} ${caseCode}`}>
                <td>{exactMoment(at)}</td>
                <td>{by}</td>
                <td>
                  <Link to={`/arenden/${caseCode}`} className="case-code">
                    {caseCode}
                  </Link>
                </td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {newcomers.length > 0 && <Newcomers newcomers={newcomers} />}
    </Page>
  );
}

/** Who may come to open the unit's cases, since when, and by whom. */
function Newcomers({ newcomers }: Pick<NoticeList, "newcomers">) {
  return (
    <section className="stack" aria-labelledby="nya-roller">
      <h2 id="nya-roller">Nya roller</h2>
      <table className="records">
        <caption className="aloud">Roller som kan öppna ärenden, de senaste först</caption>
        <thead>
          <tr>
            <th scope="col">När</th>
            <th scope="col">Vem</th>
            <th scope="col">Roll</th>
            <th scope="col">Enhet</th>
            <th scope="col">Gavs av</th>
          </tr>
        </thead>
        <tbody>
          {newcomers.map(({ at, name, role, unit, by }) => (
            <tr key={`${at} ${name} ${role} ${unit}`}>
              <td>{exactMoment(at)}</td>
              <td>{name}</td>
              <td>{roleNames[role]}</td>
              <td>{unit ?? "Alla"}</td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const help = {
  sentences: [
    "Här ser du när någon har öppnat en kollegas ärende, och vilket skäl som angavs.",
    "Du ser också vem som har fått en roll som kan öppna ärenden i enheten, och av vem.",
    "Stämmer det behöver du inte göra något. Annars: fråga personen, och följ era rutiner.",
  ],
  readMore: "logggranskning",
} as const;
