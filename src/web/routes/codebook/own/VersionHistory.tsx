import { Link } from "react-router";
import { exactMoment } from "../../../words/calendar.ts";
import { changeInWords } from "./change-words.ts";
import { useOwn } from "./own-context.ts";

/** Every version, the latest first: what it was about and what it changed. */
export function VersionHistory() {
  const { local } = useOwn();
  if (local.versions.length === 0) return null;
  return (
    <section aria-labelledby="versioner" className="codebook-phase">
      <h2 id="versioner">Versioner</h2>
      <ol className="versions" reversed>
        {local.versions.map(({ number, codebook, note, by, at, changes }) => (
          <li key={number}>
            <p>
              <strong>Version {number}.</strong> {note}
            </p>
            <p className="soft">
              {by}, {exactMoment(at)}. <Link to={`/kodbok/${codebook}`}>Läs kodboken</Link>
            </p>
            <ul>
              {changes.map((change) => (
                <li key={`${change.what} ${change.id}`}>{changeInWords(change)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
