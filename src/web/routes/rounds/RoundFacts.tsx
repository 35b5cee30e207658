import { dayInWords } from "../../words/calendar.ts";
import { AsAsked } from "./AsAsked.tsx";
import { Ending } from "./Ending.tsx";
import { roundPath, useRound } from "./round-context.ts";
import "./round-parts.css";

/** Folded under every step: what was asked, the days to keep in mind, and the end of it. */
export function RoundFacts() {
  const { view } = useRound();
  const { calendar, receiver, round } = view;
  return (
    <div className="round-facts not-printed">
      {calendar.length > 0 && (
        <details>
          <summary>Kalender</summary>
          <div className="stack">
            <dl className="calendar">
              {calendar.map(({ day, what }) => (
                <div key={`${day} ${what}`}>
                  <dt>{dayInWords(day)}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
            <a href={roundPath(round.id, "/calendar")} download>
              Ladda ner till din kalender (.ics)
            </a>
          </div>
        </details>
      )}
      <details>
        <summary>Det ni har bett om</summary>
        <div className="stack">
          <AsAsked asked={view} receiver={receiver.name} />
          <p>
            Er nyckels fingeravtryck, att läsa upp för den som frågar:{" "}
            <span className="fingerprint">{receiver.fingerprint}</span>
          </p>
          <p className="soft">
            {receiver.address
              ? `Leveranser kommer till ${receiver.address}, eller som fil.`
              : "Leveranser kommer bara som filer, för ingen adress är inställd."}
          </p>
        </div>
      </details>
      <details>
        <summary>{view.endedAt ? "Öppna omgången igen" : "Avsluta omgången"}</summary>
        <Ending />
      </details>
    </div>
  );
}
