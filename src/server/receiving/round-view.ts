import { type AccountId, inSwedishOrder, problemSentence } from "#kernel";
import type { IncomingDelivery, MunicipalityTransaction, RoundParticipant } from "#store";
import type { CodebookShelf } from "../codebook-shelf.ts";
import { fingerprintOf } from "../fingerprint.ts";
import { invitationView } from "../invitation-view.ts";
import { nameIn } from "../name-in.ts";
import type {
  DifferenceView,
  IncomingView,
  ParticipantView,
  RoundView,
} from "../wire-of-rounds.ts";
import { type FoundRound, invitationOf } from "./find-round.ts";
import { problemsIn } from "./receipt-view.ts";
import { calendarOf } from "./round-calendar.ts";
import { headingOf, shownState, standingDelivery, stateOf } from "./round-standing.ts";
import { keptParticipation } from "./take-participation.ts";

/** A round as its receiver sees it: packages, headings and counts, and no row of anybody's. */
export async function roundView(
  tx: MunicipalityTransaction,
  { kept, participants, deliveries, published }: FoundRound,
  shelf: CodebookShelf,
): Promise<RoundView> {
  const invitation = invitationOf(kept);
  const names = await tx.accounts.names();
  return {
    ...invitationView(invitation, shelf),
    endedAt: kept.endedAt,
    participants: inSwedishOrder(participants.map((each) => participantView(each, deliveries))),
    deliveries: deliveries.map((each) => incomingView(each, { participants, deliveries, names })),
    calendar: calendarOf(invitation),
    published: published.map(({ publication, isInterim, verdict, by, at }) => ({
      publication,
      isInterim,
      verdict,
      by: by && nameIn(names, by),
      at,
    })),
  };
}

function participantView(
  participant: RoundParticipant,
  deliveries: readonly IncomingDelivery[],
): ParticipantView {
  const { code, name, county, signingKeys, remindedAt } = participant;
  const standing = standingDelivery(code, deliveries);
  return {
    code,
    name,
    county,
    keys: signingKeys.map((key) => ({ key, fingerprint: fingerprintOf(key) })),
    state: stateOf(participant, deliveries),
    delivery: standing?.id ?? null,
    cases: standing?.cases ?? null,
    statedCases: (standing && headingOf(standing)?.statedCases) ?? null,
    remindedAt,
    participation: keptParticipation(participant) ?? null,
  };
}

type Beside = Pick<FoundRound, "participants" | "deliveries"> & {
  readonly names: ReadonlyMap<AccountId, string>;
};

function incomingView(
  delivery: IncomingDelivery,
  { participants, deliveries, names }: Beside,
): IncomingView {
  const { id, participant, way, arrivedAt, packageBytes, cases, decidedBy, decidedAt } = delivery;
  const heading = headingOf(delivery);
  const whose = participants.find(({ code }) => code === participant);
  return {
    id,
    participant: whose ? { code: whose.code, name: whose.name } : null,
    way,
    arrivedAt,
    kilobytes: Math.ceil(packageBytes / 1024),
    state: shownState(delivery, deliveries),
    isWithdrawal: heading?.withdrawn === true,
    sequence: heading?.sequence ?? null,
    level: heading?.level ?? null,
    cases,
    statedCases: heading?.statedCases ?? null,
    units: heading?.units ?? [],
    sentences: [
      ...problemsIn(delivery).map((each) => problemSentence(each, "sv")),
      ...contradictions(delivery, deliveries),
    ],
    differences: delivery.differences as unknown as readonly DifferenceView[] | null,
    decided: decidedBy && decidedAt ? { by: nameIn(names, decidedBy), at: decidedAt } : null,
  };
}

/** Nobody can tell which of two with the same number is meant: the second was refused, and both say so. */
function contradictions(
  delivery: IncomingDelivery,
  deliveries: readonly IncomingDelivery[],
): readonly string[] {
  if (delivery.state === "quarantined") return [];
  const isContradicted = deliveries.some(
    (other) =>
      other.participant === delivery.participant &&
      headingOf(other)?.sequence === headingOf(delivery)?.sequence &&
      problemsIn(other).some(({ code }) => code === "delivery-sequence-taken"),
  );
  return isContradicted
    ? [
        "En annan leverans med samma nummer har kommit och tagits åt sidan. Fråga kommunen vilken som gäller.",
      ]
    : [];
}
