import { type Instant, swedishDay, swedishTime } from "#kernel";
import type { CaseExtract } from "#server";
import { dayInWords } from "../../words/calendar.ts";

type Lookers = CaseExtract["lookers"];
type Looker = Lookers["lookers"][number];

/** Who has opened the case, a line for each person and day, from the first day on. */
export function ExtractReaders({ lookers: { lookers, isMore } }: { readonly lookers: Lookers }) {
  return (
    <section>
      <h3>Vilka som har öppnat ärendet</h3>
      <table className="extract-readers">
        <caption className="aloud">Vilka som har öppnat ärendet, de första först</caption>
        <thead>
          <tr>
            <th scope="col">Dag</th>
            <th scope="col">Vem</th>
            <th scope="col">Varför</th>
          </tr>
        </thead>
        <tbody>
          {lookers.toReversed().map((each) => (
            <tr key={`${each.by} ${each.firstAt} ${each.isRefused} ${each.ground}`}>
              <td>
                {dayInWords(swedishDay(each.firstAt))} {timesInWords(each.firstAt, each.lastAt)}
              </td>
              <td>{each.by}</td>
              <td>{whyInWords(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMore && <p>Äldre rader än så finns i loggen. Be om dem om du vill se dem.</p>}
    </section>
  );
}

function timesInWords(first: Instant, last: Instant): string {
  const [from, through] = [swedishTime(first), swedishTime(last)];
  return from === through ? from : `${from}–${through}`;
}

function whyInWords({ ground, reasons, isRefused }: Looker): string {
  if (isRefused) return "Försökte, och fick inte se något";
  switch (ground) {
    case "own":
      return "Arbetar med ärendet eller leder enheten";
    case "open":
      return "Arbetar på enheten";
    case "reason":
      return `Angav skäl: ${reasons.join("; ")}`;
  }
}
