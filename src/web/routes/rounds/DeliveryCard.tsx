import type { ReactNode } from "react";
import { wholeNumber } from "#kernel";
import type { IncomingView } from "#server";
import { exactMoment } from "../../words/calendar.ts";
import { listed } from "../../words/case-words.ts";
import { levelWords, wayWords } from "./round-words.ts";
import "./round-parts.css";

type Props = { readonly delivery: IncomingView; readonly children?: ReactNode };

/** What a delivery says of itself, and what is otherwise than in the one before it. Never a row. */
export function DeliveryCard({ delivery, children }: Props) {
  const { id, participant, arrivedAt, way, kilobytes, sequence, sentences } = delivery;
  const { isWithdrawal, differences } = delivery;
  const title = `leverans-${id}`;
  return (
    <article className="card delivery-card" aria-labelledby={title}>
      <h4 id={title}>
        {participant ? participant.name : "Okänd avsändare"}{" "}
        {participant && <span className="soft">{participant.code}</span>}
      </h4>
      <p className="soft">
        Kom {exactMoment(arrivedAt)} {wayWords[way]}
        {sequence !== null && ` · leverans ${sequence}`} · {wholeNumber(kilobytes)} kB
      </p>
      {isWithdrawal ? (
        <p>
          <strong>Tar tillbaka sin leverans.</strong> Godkänner du den räknas inget därifrån.
        </p>
      ) : (
        <Contents delivery={delivery} />
      )}
      {sentences.length > 0 && (
        <ul className="delivery-remarks">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {differences && differences.length > 0 && (
        <table className="differences">
          <caption>Skillnader från förra leveransen</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">Förra</th>
              <th scope="col">Nu</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, before, now }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{before}</td>
                <td>{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {differences?.length === 0 && <p>Inget skiljer från förra leveransen.</p>}
      {children}
    </article>
  );
}

function Contents({ delivery }: { readonly delivery: IncomingView }) {
  const { cases, statedCases, units, level } = delivery;
  return (
    <dl className="delivery-contents">
      {cases !== null && (
        <div>
          <dt>Ärenden</dt>
          <dd>
            {wholeNumber(cases)}
            {statedCases === null
              ? ", okänd täckning"
              : ` av ${wholeNumber(statedCases)} som enheterna säger att de hade`}
          </dd>
        </div>
      )}
      {units.length > 0 && (
        <div>
          <dt>Enheter</dt>
          <dd>{listed(units)}</dd>
        </div>
      )}
      {level && (
        <div>
          <dt>Innehåll</dt>
          <dd>{levelWords[level].name}</dd>
        </div>
      )}
    </dl>
  );
}
