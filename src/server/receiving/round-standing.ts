import type { DeliveryHeading } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type { IncomingDelivery, RoundParticipant } from "#store";
import type { IncomingView, ParticipantView } from "../wire-of-rounds.ts";

/** What it said of itself when it was taken in; `null`: it could not be read. */
export function headingOf({ heading }: Pick<IncomingDelivery, "heading">): DeliveryHeading | null {
  return heading as unknown as DeliveryHeading | null;
}

/**
 * Of each participant the accepted delivery with the highest sequence, in the order of their codes: what
 * is compiled. One that takes back those before it is among them; of those who have left there is none.
 */
export function countingDeliveries(
  participants: readonly RoundParticipant[],
  deliveries: readonly IncomingDelivery[],
): readonly IncomingDelivery[] {
  return participants
    .filter(({ leftAt }) => leftAt === null)
    .flatMap(({ code }) => latest(code, deliveries, ["accepted"]) ?? []);
}

/** Those that are sound and wait for a decision, and would count if they were accepted. */
export function waitingDeliveries(
  deliveries: readonly IncomingDelivery[],
): readonly IncomingDelivery[] {
  return deliveries.filter(
    (each) => each.state === "waiting" && shownState(each, deliveries) === "waiting",
  );
}

/** One that counts, or would: what is accepted goes before what waits. */
export function standingDelivery(
  participant: MunicipalityCode,
  deliveries: readonly IncomingDelivery[],
): IncomingDelivery | undefined {
  return (
    latest(participant, deliveries, ["accepted"]) ?? latest(participant, deliveries, ["waiting"])
  );
}

/** The highest sequence that it has sent and that was sound, whatever was decided. */
export function latestSound(
  participant: MunicipalityCode,
  deliveries: readonly IncomingDelivery[],
): IncomingDelivery | undefined {
  return latest(participant, deliveries, ["accepted", "waiting", "declined"]);
}

function latest(
  participant: MunicipalityCode,
  deliveries: readonly IncomingDelivery[],
  states: readonly IncomingDelivery["state"][],
): IncomingDelivery | undefined {
  return deliveries
    .filter((each) => each.participant === participant && states.includes(each.state))
    .toSorted((one, other) => sequenceOf(other) - sequenceOf(one))[0];
}

function sequenceOf(delivery: IncomingDelivery): number {
  return headingOf(delivery)?.sequence ?? 0;
}

/** An accepted one replaces those before it; of those that wait only the last is worth a decision. */
export function shownState(
  delivery: IncomingDelivery,
  deliveries: readonly IncomingDelivery[],
): IncomingView["state"] {
  const { state, participant } = delivery;
  if (state !== "accepted" && state !== "waiting") return state;
  const isReplaced = deliveries.some(
    (other) =>
      other.participant === participant &&
      sequenceOf(other) > sequenceOf(delivery) &&
      (other.state === "accepted" || (other.state === "waiting" && state === "waiting")),
  );
  return isReplaced ? "replaced" : state;
}

/** The furthest that a participant has come. What it has taken back is as if it had never come. */
export function stateOf(
  { code, leftAt, signingKeys, checkedAt }: RoundParticipant,
  deliveries: readonly IncomingDelivery[],
): ParticipantView["state"] {
  if (leftAt !== null) return "left";
  const accepted = latest(code, deliveries, ["accepted"]);
  if (accepted && !headingOf(accepted)?.withdrawn) return "accepted";
  const waiting = latest(code, waitingDeliveries(deliveries), ["waiting"]);
  if (waiting && !headingOf(waiting)?.withdrawn) return "delivered";
  if (accepted) return "registered";
  if (checkedAt !== null) return "checked";
  return signingKeys.length > 0 ? "registered" : "named";
}
