import {
  type CaseRecord,
  hasLeftToRegister,
  isOwnCase,
  registrationQueue,
  unansweredVariables,
} from "#registration";
import type { RaisedHand } from "#store";
import type { RegistrationSessionVisit } from "./http/registration-session-route.ts";
import { nameIn } from "./name-in.ts";
import type { Services } from "./services.ts";
import type { RegistrationSessionView } from "./wire-of-units.ts";

/** What everybody in the session sees, and the asker's own queue. Nothing in it is told per person. */
export async function viewRegistrationSession(
  visit: RegistrationSessionVisit,
): Promise<RegistrationSessionView> {
  const { tx, actor, registrationSession: asked } = visit;
  const sessions = tx.registrationSessions;
  // Read anew: what was just carried out belongs to the answer.
  const found = (await sessions.find(asked.id)) ?? asked;
  const participants = await sessions.participants(found.id);
  const isParticipant = participants.includes(actor.account);
  const names = await tx.accounts.names();
  const unit = await tx.units.find(found.unit);
  return {
    id: found.id,
    name: found.name,
    unit: { id: found.unit, name: unit?.name ?? "" },
    openedBy: nameIn(names, found.openedBy),
    openedAt: found.openedAt,
    closedAt: found.closedAt,
    participants: participants.map((account) => nameIn(names, account)),
    isParticipant,
    counter: await sessions.counter(found),
    queue: isParticipant && found.closedAt === null ? await ownQueue(visit) : noQueue,
    hands: groupedHands(await sessions.hands(found.id), actor.account),
  };
}

const noQueue: RegistrationSessionView["queue"] = {
  waiting: 0,
  current: null,
  hasLeft: false,
  variables: [],
};

async function ownQueue(
  visit: RegistrationSessionVisit,
): Promise<RegistrationSessionView["queue"]> {
  const { tx, services, participant, registrationSession } = visit;
  const sessions = tx.registrationSessions;
  const cases = await sessions.cases(participant);
  const taken = await sessions.taken(registrationSession.id);
  const current = await sessions.inWork(registrationSession.id, participant.account);
  const hasLeft = leftToRegister(services);
  const queue = registrationQueue(cases, taken, participant, hasLeft);
  const own = cases.filter((record) => isOwnCase(record, participant));
  const inHand = current && isOwnCase(current, participant) ? current : undefined;
  return {
    waiting: queue.length,
    current: inHand?.code ?? null,
    hasLeft: inHand !== undefined && hasLeft(inHand),
    variables: sharedGaps(own, services),
  };
}

export function leftToRegister(services: Services): (record: CaseRecord) => boolean {
  return (record) => {
    const codebook = services.codebooks.get(record.codebook);
    return codebook !== undefined && hasLeftToRegister(codebook, record);
  };
}

/** Questions that are unanswered in two cases or more: worth going through one at a time. */
function sharedGaps(
  own: readonly CaseRecord[],
  services: Services,
): RegistrationSessionView["queue"]["variables"] {
  const counted = new Map<string, number>();
  for (const record of own) {
    for (const id of unansweredIn(record, services)) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  return [...counted]
    .map(([id, cases]) => ({ id, cases }))
    .filter(({ cases }) => cases >= 2)
    .toSorted((a, b) => b.cases - a.cases || (a.id < b.id ? -1 : 1));
}

export function unansweredIn(record: CaseRecord, { codebooks }: Services): readonly string[] {
  const codebook = codebooks.get(record.codebook);
  return codebook ? unansweredVariables(codebook, record).map(({ id }) => id) : [];
}

function groupedHands(
  hands: readonly RaisedHand[],
  account: RaisedHand["account"],
): RegistrationSessionView["hands"] {
  const concepts = [...new Set(hands.map(({ concept }) => concept))];
  return concepts.map((concept) => {
    const up = hands.filter((hand) => hand.concept === concept);
    const isMine = up.some((hand) => hand.account === account);
    return { concept, raised: up.length, isMine };
  });
}
