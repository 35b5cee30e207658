import type { RoundInvitation } from "#delivery";
import { monthName, swedishDay } from "#kernel";
import type { IncomingDelivery, RoundParticipant } from "#store";
import type { ParticipantView, RemindersView } from "../wire-of-rounds.ts";
import { stateOf } from "./round-standing.ts";

type State = ParticipantView["state"];

/** Nobody is reminded who has nothing left to do. */
const reminded: readonly State[] = ["named", "registered", "checked"];

export function isReminded(
  participant: RoundParticipant,
  deliveries: readonly IncomingDelivery[],
): boolean {
  return reminded.includes(stateOf(participant, deliveries));
}

/** One text for all who have come as far: no personal data, and nothing of any case. */
export function remindersView(
  invitation: RoundInvitation,
  participants: readonly RoundParticipant[],
  deliveries: readonly IncomingDelivery[],
): RemindersView {
  const { round } = invitation;
  const letters = reminded.flatMap((state) => {
    const ofState = participants.filter((each) => stateOf(each, deliveries) === state);
    const codes = ofState.map(({ code }) => code);
    return codes.length === 0 ? [] : [{ participants: codes, text: letterTo(state, invitation) }];
  });
  return { subject: `${round.name}: leverera senast ${dayOf(invitation)}`, letters };
}

function letterTo(state: State, invitation: RoundInvitation): string {
  const { receiver, round, purpose } = invitation;
  return [
    "Hej!",
    `Er kommun är med i omgången ${round.name}. Sista dagen att leverera är ${dayOf(invitation)}.`,
    ...(nextStep[state] ?? []),
    `Omgången gäller: ${purpose}`,
    "Skicka inga uppgifter om enskilda ärenden i ett svar på det här brevet. Har ni frågor, hör av er till oss.",
    `Vänliga hälsningar\n${receiver.name}`,
  ].join("\n\n");
}

const nextStep: { readonly [state in State]?: readonly string[] } = {
  named: [
    "Vi har inte fått er nyckel än, och utan den kan vi inte ta emot något från er. Öppna sidan Leverera i Skillnad, läs in inbjudan och skicka oss raden som visas under «Er nyckel». Ring gärna och läs upp den korta kontrollkoden.",
  ],
  registered: [
    "Vi har inte fått någon leverans från er än. Öppna sidan Leverera i Skillnad. Börja med Kontrollera: där står vad som behöver rättas. Se sedan vad som lämnar kommunen, och skicka.",
  ],
  checked: [
    "Ni har kontrollerat era ärenden, och inget hindrar leveransen. Öppna sidan Leverera i Skillnad, se vad som lämnar kommunen, och skicka.",
  ],
};

/** «31 januari 2027» */
function dayOf({ round }: RoundInvitation): string {
  const day = swedishDay(round.cutOff);
  return `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`;
}
