import { Link, useLoaderData } from "react-router";
import type { NoticeList } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { exactMoment } from "../../words/calendar.ts";
import "../../ui/records.css";

export async function loadNotices({ request }: { readonly request: Request }) {
  return loaded(await get<NoticeList>("/api/notices", request.signal), request);
}

/** Who opened a colleague's case, and why. */
export function Notices() {
  const { notices } = useLoaderData<NoticeList>();
  return (
    <Page
      title="Notiser"
      help={help}
      lead={<p>Ärenden som öppnats av någon annan än handläggaren.</p>}
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
    </Page>
  );
}

const help = {
  sentences: [
    "Här ser du när någon har öppnat en kollegas ärende, och vilket skäl som angavs.",
    "Stämmer skälet behöver du inte göra något.",
    "Stämmer det inte: fråga personen, och följ era rutiner.",
  ],
  readMore: "logggranskning",
} as const;
