import { useState } from "react";
import { Field } from "../../ui/Field.tsx";
import { exactMoment } from "../../words/calendar.ts";
import { actionInWords } from "./action-words.ts";
import { chosenEntries, type LogEntry, peopleIn, personOf } from "./chosen-entries.ts";
import { detailsInWords } from "./detail-words.ts";
import "../../ui/records.css";
import "./log.css";

type Props = {
  readonly entries: readonly LogEntry[];
  /** Whether these are the latest, or an older page. */
  readonly isLatest: boolean;
};

/** The lines that are loaded, and a choice among them by person and by case. */
export function LogLines({ entries, isLatest }: Props) {
  const [who, setWho] = useState("");
  const [caseCode, setCaseCode] = useState("");
  const chosen = chosenEntries(entries, { who, caseCode });
  const isChosen = who !== "" || caseCode.trim() !== "";
  const among = isLatest ? `de ${entries.length} senaste` : `de ${entries.length} på sidan`;
  return (
    <>
      <search className="log-choice" aria-label="Välj bland posterna">
        <div className="field">
          <label htmlFor="vem">Vem</label>
          <select id="vem" value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">Alla</option>
            {peopleIn(entries).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <Field label="Ärende" type="search" value={caseCode} onChange={setCaseCode} />
        <p role="status" className="soft">
          {isChosen ? `${chosen.length} poster bland ${among}.` : `Bland ${among}.`}
        </p>
      </search>
      {chosen.length === 0 ? (
        <p>Ingen av posterna här passar. Välj «Alla», eller sök bland äldre poster.</p>
      ) : (
        <LogTable entries={chosen} />
      )}
    </>
  );
}

function LogTable({ entries }: Pick<Props, "entries">) {
  return (
    <table className="records">
      <caption className="aloud">Loggens poster, de senaste först</caption>
      <thead>
        <tr>
          <th scope="col">Post</th>
          <th scope="col">När</th>
          <th scope="col">Vem</th>
          <th scope="col">Vad</th>
          <th scope="col">Ärende</th>
          <th scope="col">Detaljer</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <td>{entry.sequence}</td>
            <td>{exactMoment(entry.at)}</td>
            <td>{personOf(entry)}</td>
            <td>{actionInWords(entry.action)}</td>
            <td className="case-code">{entry.caseCode}</td>
            <td className="details">{detailsInWords(entry.details)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
