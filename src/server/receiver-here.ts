import type { RoundInvitation } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type { MunicipalityTransaction, RoundParticipant } from "#store";
import type { Services } from "./services.ts";

/**
 * In the receiver's transaction, where it works in this very store.
 * @returns `undefined`: it does not, or knows nothing of whom it is from.
 */
export async function withReceiverHere<Result>(
  { store }: Pick<Services, "store">,
  { receiver, round }: RoundInvitation,
  from: MunicipalityCode,
  work: (tx: MunicipalityTransaction, participant: RoundParticipant) => Promise<Result>,
): Promise<Result | undefined> {
  return store.within(receiver.code, async (tx) => {
    const kept = (await tx.rounds.find(round.id))?.invitation as unknown as
      | RoundInvitation
      | undefined;
    // Another installation's nation has the same code, and another key.
    if (kept?.receiver.signingKey !== receiver.signingKey) return undefined;
    const participants = await tx.rounds.participants(round.id);
    const participant = participants.find(({ code, leftAt }) => code === from && leftAt === null);
    return participant && work(tx, participant);
  });
}
