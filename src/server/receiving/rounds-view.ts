import type { MunicipalityTransaction } from "#store";
import type { CodebookShelf } from "../codebook-shelf.ts";
import type { RoundsView } from "../wire-of-rounds.ts";
import { type FoundRound, findRound } from "./find-round.ts";
import { stateOf, waitingDeliveries } from "./round-standing.ts";

/** Every round of the receiver whose transaction it is, and what a new one may be asked by. */
export async function roundsView(
  tx: MunicipalityTransaction,
  shelf: CodebookShelf,
): Promise<RoundsView> {
  const rounds: RoundsView["rounds"][number][] = [];
  for (const { id } of await tx.rounds.list()) {
    const round = await findRound(tx, id);
    if (round) rounds.push(lineOf(round));
  }
  const codebooks = shelf
    .asked()
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
    .map(({ id, version, label, counts = "cases" as const }) => ({
      id,
      version,
      label: label.sv,
      counts,
    }));
  return { rounds, codebooks };
}

function lineOf({ kept, invitation, participants, deliveries, published }: FoundRound) {
  const taking = participants.filter(({ leftAt }) => leftAt === null);
  const finals = published.some(({ isInterim }) => !isInterim);
  return {
    id: kept.id,
    name: invitation.round.name,
    cutOff: invitation.round.cutOff,
    endedAt: kept.endedAt,
    participants: taking.length,
    accepted: taking.filter((each) => stateOf(each, deliveries) === "accepted").length,
    waiting: waitingDeliveries(deliveries).length,
    published: finals ? "final" : published.length > 0 ? "interim" : "nothing",
  } as const;
}
