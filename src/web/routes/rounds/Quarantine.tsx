import type { IncomingView } from "#server";
import { exactMoment } from "../../words/calendar.ts";
import { wayWords } from "./round-words.ts";

/** Folded: what could not be taken in, kept apart with why. */
export function Quarantine({ deliveries }: { readonly deliveries: readonly IncomingView[] }) {
  if (deliveries.length === 0) return null;
  return (
    <details className="not-printed">
      <summary>Kunde inte tas emot ({deliveries.length})</summary>
      <div className="stack">
        <p className="soft">
          Filerna är ställda åt sidan och räknas inte. Avsändaren har fått samma besked, om den gick
          att känna igen.
        </p>
        <ul className="quarantine">
          {deliveries.map(({ id, participant, arrivedAt, way, sentences }) => (
            <li key={id}>
              <strong>{participant ? participant.name : "Okänd avsändare"}</strong>{" "}
              <span className="soft">
                {exactMoment(arrivedAt)}, {wayWords[way]}
              </span>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
