import { Link } from "react-router";
import { exactMoment } from "../../words/calendar.ts";
import { togetherPage } from "../screening/campaign-place.ts";
import { ActionsOfParticipants } from "./ActionsOfParticipants.tsx";
import { isFinal } from "./next-step.ts";
import { roundPath, useRound } from "./round-context.ts";
import "./round-parts.css";

/** What everybody can read now, the ways there, and what participants change because of it. */
export function Published() {
  const { view } = useRound();
  const isOfMeetings = view.codebook.counts === "meetings";
  return (
    <div className="stack wide-stack">
      <ul className="publications" aria-label="Publicerat">
        {view.published.map(({ publication, isInterim, verdict, by, at }) => (
          <li key={publication}>
            <strong>{isInterim ? "Delsiffror" : "Slutliga siffror"}</strong>
            <span className="soft">
              {exactMoment(at)}
              {by && `, av ${by}`}
            </span>
            <p>{verdict}</p>
          </li>
        ))}
      </ul>
      <ul className="row published-ways not-printed" aria-label="Se siffrorna">
        {isOfMeetings ? (
          <li>
            <Link to={togetherPage(view.round.id)}>Kommunerna tillsammans</Link>
          </li>
        ) : (
          <>
            <li>
              <Link to="/riket">Riket</Link>
            </li>
            <li>
              <Link to="/jamfor">Jämför</Link>
            </li>
            <li>
              <a href="/publicerat">Den publicerade sidan</a>
            </li>
          </>
        )}
        <li>
          <a href={roundPath(view.round.id, "/release/file")} download>
            Ta ut som fil
          </a>
        </li>
      </ul>
      <p className="soft not-printed">
        Deltagarna hämtar siffrorna själva under Leverera. Filen är till för den som saknar nät.
      </p>
      {isFinal(view) && !isOfMeetings && <ActionsOfParticipants round={view.round.id} />}
    </div>
  );
}
