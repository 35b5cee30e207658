import { swedishDay } from "#kernel";
import type { InvitationView } from "#server";
import { dayInWords } from "../../words/calendar.ts";
import { listed } from "../../words/case-words.ts";
import { levelName, periodInWords } from "./deliver-words.ts";

/** What a receiver asks for, whole, for whoever is to decide and for whoever has. */
export function InvitationFacts({ invitation }: { readonly invitation: InvitationView }) {
  const { receiver, round, codebook, level, interimDays, legalBasis, purpose } = invitation;
  const facts: readonly (readonly [string, string])[] = [
    ["Mottagare", receiver.name],
    ["Omgång", `${round.name}, ${periodInWords(round)}`],
    ["Registrera och leverera senast", dayInWords(swedishDay(round.cutOff))],
    ...(interimDays.length > 0
      ? ([["Siffror under vägen", listed(interimDays.map(dayInWords))]] as const)
      : []),
    ["Vad mottagaren ber om", levelName(level, codebook)],
    ["Frågor", codebook.label],
    ["Rättslig grund", legalBasis],
    ["Ändamål", purpose],
    ["Så tas den emot", receiver.address === null ? "Som fil" : `Över nätet, ${receiver.address}`],
    ["Mottagarens fingeravtryck", receiver.fingerprint],
  ];
  return (
    <dl className="deliver-facts">
      {facts.map(([label, said]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="written-lines">{said}</dd>
        </div>
      ))}
    </dl>
  );
}
