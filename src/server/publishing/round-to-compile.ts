import type { Absence, NamedParticipant } from "#compilation";
import type { IncomingDelivery, RoundParticipant } from "#store";
import type { FoundRound } from "../receiving/find-round.ts";
import { countingDeliveries, headingOf } from "../receiving/round-standing.ts";
import type { CoverageView } from "../wire-of-rounds.ts";

export type RoundToCompile = {
  /** Accepted, neither replaced nor taken back: in the order of the participants' codes. */
  readonly deliveries: readonly {
    readonly id: string;
    readonly participant: RoundParticipant;
  }[];
  /** All who take part still. */
  readonly participants: readonly NamedParticipant[];
  /** Who is not in it, and why, each a sentence. */
  readonly missing: readonly string[];
  readonly coverage: CoverageView;
};

/** What a release of the round would be made of now. */
export function roundToCompile({ participants, deliveries }: FoundRound): RoundToCompile {
  const counting = countingDeliveries(participants, deliveries).filter(
    (each) => !isTakenBack(each, deliveries),
  );
  const byCode = new Map(counting.map((each) => [each.participant, each]));
  const staying = participants.filter(({ leftAt }) => leftAt === null);
  const absent = staying.filter(({ code }) => !byCode.has(code));
  const said = counting.filter((each) => (headingOf(each)?.statedCases ?? null) !== null);
  return {
    deliveries: staying.flatMap((participant) => {
      const delivery = byCode.get(participant.code);
      return delivery ? [{ id: delivery.id, participant }] : [];
    }),
    participants: staying.map(({ code, name }) => {
      const isIn = byCode.has(code);
      return isIn ? { code, name } : { code, name, absence: whyAbsent(code, deliveries).absence };
    }),
    missing: [
      ...absent.map(({ code, name }) => `${name} ${whyAbsent(code, deliveries).words}.`),
      ...participants.flatMap(({ leftAt, name }) =>
        leftAt === null ? [] : [`${name} har lämnat omgången.`],
      ),
    ],
    coverage: {
      delivered: sum(said.map(({ cases }) => cases ?? 0)),
      stated: sum(said.map((each) => headingOf(each)?.statedCases ?? 0)),
      unknown: staying.length - said.length,
    },
  };
}

/** Also by one that nobody has decided about yet: what somebody has taken back is not published. */
function isTakenBack(delivery: IncomingDelivery, deliveries: readonly IncomingDelivery[]): boolean {
  if (headingOf(delivery)?.withdrawn) return true;
  return deliveries.some(
    (other) =>
      other.participant === delivery.participant &&
      other.state === "waiting" &&
      headingOf(other)?.withdrawn === true &&
      sequenceOf(other) > sequenceOf(delivery),
  );
}

function whyAbsent(
  code: string,
  deliveries: readonly IncomingDelivery[],
): { readonly absence: Absence; readonly words: string } {
  const own = deliveries.filter(({ participant }) => participant === code);
  const has = (state: IncomingDelivery["state"]) => own.some((each) => each.state === state);
  const latest = own
    .filter(({ state }) => state === "accepted" || state === "waiting")
    .toSorted((one, other) => sequenceOf(other) - sequenceOf(one))[0];
  if (latest && headingOf(latest)?.withdrawn) {
    return { absence: "withdrawn", words: "har tagit tillbaka sin leverans" };
  }
  if (latest) {
    return { absence: "not-used", words: "har en leverans som väntar på att någon godkänner den" };
  }
  if (has("declined")) {
    return { absence: "not-used", words: "har en leverans som inte godkändes" };
  }
  if (has("quarantined")) {
    return { absence: "not-used", words: "har en leverans som inte gick att använda" };
  }
  return { absence: "not-delivered", words: "har inte levererat" };
}

function sequenceOf(delivery: IncomingDelivery): number {
  return headingOf(delivery)?.sequence ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
