import { swedishDay } from "#kernel";
import type { InvitationView } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { listed } from "../../words/case-words.ts";
import { countedIn, daysInWords, levelName, levelWords } from "./round-words.ts";
import "./round-parts.css";

type Props = {
  readonly asked: Omit<InvitationView, "receiver">;
  readonly receiver: string;
};

/** What a receiver asks, as those read it who are to agree. */
export function AsAsked({ asked, receiver }: Props) {
  const { round, codebook, level, interimDays, legalBasis, purpose } = asked;
  const words = levelWords[level];
  return (
    <dl className="as-asked">
      <dt>Vem som ber</dt>
      <dd>{receiver}</dd>
      <dt>Omgång</dt>
      <dd>
        {round.name} <span className="soft">({round.id})</span>
      </dd>
      <dt>Vilka {countedIn(asked)}</dt>
      <dd>
        {codebook.counts === "meetings" ? "De som hölls" : "De som påbörjades eller avslutades"}{" "}
        {daysInWords(round.from, round.through)}.
      </dd>
      <dt>Registrera och leverera senast</dt>
      <dd>{dayInWords(swedishDay(round.cutOff))}. Det som registreras senare räknas inte.</dd>
      <dt>Vilka frågor</dt>
      <dd>
        {codebook.label} <span className="soft">({codebook.version})</span>
      </dd>
      <dt>Vad som lämnar kommunen</dt>
      <dd>
        <strong>{levelName(level, codebook.counts)}.</strong> {words.leaves} Kommunen får välja att
        lämna mindre, aldrig mer.
      </dd>
      <dt>Delsiffror under omgången</dt>
      <dd>
        {interimDays.length === 0
          ? "Inga."
          : `${listed(interimDays.map(dayInWords))}, bara för alla tillsammans.`}
      </dd>
      <dt>Rättslig grund</dt>
      <dd className="written-lines">{legalBasis}</dd>
      <dt>Ändamål</dt>
      <dd className="written-lines">{purpose}</dd>
    </dl>
  );
}
