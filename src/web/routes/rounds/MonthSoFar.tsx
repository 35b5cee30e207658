import { swedishDay, wholeNumber } from "#kernel";
import type { ParticipantView } from "#server";
import { shortDay } from "../../words/calendar.ts";
import { useRound } from "./round-context.ts";
import { currentOf } from "./round-words.ts";
import "../../ui/records.css";

type Told = NonNullable<ParticipantView["participation"]>;

/** How far the municipalities have come that let the receiver see it; nothing of it is a result. */
export function MonthSoFar() {
  const { view } = useRound();
  if (view.codebook.counts !== "meetings") return null;
  const takingPart = currentOf(view.participants);
  if (takingPart.length === 0) return null;
  const telling = takingPart.flatMap(({ code, name, participation }) =>
    participation ? [{ code, name, told: participation }] : [],
  );
  return (
    <section className="stack" aria-labelledby="hittills">
      <h3 id="hittills">Så här långt</h3>
      {telling.length === 0 ? (
        <p className="soft">
          Här syns hur många möten kommunerna har noterat medan månaden pågår. Varje kommun väljer
          själv, i sin plan, om länet får se det. Ingen har visat något ännu.
        </p>
      ) : (
        <>
          <p>
            {telling.length} av {takingPart.length}{" "}
            {takingPart.length === 1 ? "kommun" : "kommuner"} visar hur månaden går. Talen är
            avrundade nedåt till hela tiotal, och är inget resultat: det kommer med leveranserna.
          </p>
          <table className="records board-table">
            <caption className="aloud">Möten som kommunerna har noterat hittills, i tiotal</caption>
            <thead>
              <tr>
                <th scope="col">Kommun</th>
                <th scope="col">Enheter igång</th>
                <th scope="col">Möten</th>
                <th scope="col">Dag</th>
              </tr>
            </thead>
            <tbody>
              {telling.map(({ code, name, told }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td>
                    <span className="only-narrow">Enheter igång: </span>
                    {told.noted} av {told.units}
                  </td>
                  <td>
                    <span className="only-narrow">Möten: </span>
                    {meetingsInWords(told)}
                  </td>
                  <td className="soft">{shortDay(swedishDay(told.at))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function meetingsInWords({ meetings, expected }: Told): string {
  const counted = meetings === 0 ? "färre än 10" : `minst ${wholeNumber(meetings)}`;
  return expected === null ? counted : `${counted} av ${wholeNumber(expected)} väntade`;
}
