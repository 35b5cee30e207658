import { Link } from "react-router";
import { swedishDay } from "#kernel";
import type { RoundsView } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { countOf } from "./round-words.ts";

type Round = RoundsView["rounds"][number];

const publishedWords: Readonly<Record<Round["published"], string>> = {
  nothing: "Inget är publicerat",
  interim: "Delsiffror för riket är publicerade",
  final: "Publicerad",
};

/** The latest first; each a way to its own page. */
export function RoundCards({ rounds }: Pick<RoundsView, "rounds">) {
  return (
    <ul className="round-cards" aria-label="Omgångar">
      {rounds.map((round) => (
        <li key={round.id} className="card round-card">
          <h2>
            <Link to={`/sammanstallning/${encodeURIComponent(round.id)}`}>{round.name}</Link>
          </h2>
          <p className="soft">{closingWords(round)}</p>
          <p>{takingPartWords(round)}</p>
          {round.waiting > 0 && (
            <p className="round-waiting">
              {countOf(round.waiting, "leverans väntar", "leveranser väntar")} på beslut.
            </p>
          )}
          <p className="soft">{publishedWords[round.published]}.</p>
        </li>
      ))}
    </ul>
  );
}

/** Of what has been published who delivered stands in the release; packages may have come another way. */
function takingPartWords({ participants, accepted, published }: Round): string {
  if (published === "final" && accepted === 0) return `${participants} deltagare.`;
  return `${accepted} av ${participants} deltagare har en godkänd leverans.`;
}

function closingWords({ cutOff, endedAt }: Round): string {
  if (endedAt) return `Avslutad ${dayInWords(swedishDay(endedAt))}`;
  return `Brytdag ${dayInWords(swedishDay(cutOff))}`;
}
