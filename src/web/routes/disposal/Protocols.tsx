import { Link } from "react-router";
import type { DisposalLine } from "#server";
import { exactMoment } from "../../words/calendar.ts";
import { casesInWords } from "./disposal-words.ts";

/** What has been taken away before. */
export function Protocols({ lines }: { readonly lines: readonly DisposalLine[] }) {
  return (
    <section className="card stack" aria-labelledby="protokoll">
      <h2 id="protokoll">Protokoll</h2>
      {lines.length === 0 ? (
        <p>Här kommer protokollen att stå. Ingen gallring är gjord än.</p>
      ) : (
        <ul className="protocol-list">
          {lines.map(({ number, cases, executedAt, keysErasedAt }) => (
            <li key={number}>
              <Link to={`/gallring/${number}`}>{`Gallring ${number}`}</Link>: {casesInWords(cases)},{" "}
              {exactMoment(executedAt)}
              {keysErasedAt === null && ". Säkerhetskopiorna är inte klara"}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
