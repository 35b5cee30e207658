import type { RoundInvitation, ToldParticipation } from "#delivery";
import type { Instant, JsonValue } from "#kernel";
import type { MunicipalityTransaction, RoundParticipant } from "#store";
import type { CodebookShelf } from "../codebook-shelf.ts";

/** As it is kept: with when it was told. */
type KeptParticipation = ToldParticipation & { readonly at: Instant };

export function isOfMeetings(
  { codebook }: Pick<RoundInvitation, "codebook">,
  codebooks: Pick<CodebookShelf, "get">,
): boolean {
  return codebooks.get(codebook.id)?.counts === "meetings";
}

/**
 * How far a participant has come, instead of what it told before; what was told earlier and comes later is
 * let go.
 * @param tx the receiver's.
 */
export async function takeParticipation(
  tx: Pick<MunicipalityTransaction, "rounds">,
  round: string,
  participant: RoundParticipant,
  told: ToldParticipation,
  at: Instant,
): Promise<void> {
  const before = keptParticipation(participant);
  if (before && before.at >= at) return;
  const participation = { ...told, at } satisfies JsonValue;
  await tx.rounds.saveParticipation(round, participant.code, participation);
}

/** Of whoever has left nothing is told any more. */
export function keptParticipation({
  participation,
  leftAt,
}: RoundParticipant): KeptParticipation | undefined {
  if (participation === null || leftAt !== null) return undefined;
  return participation as unknown as KeptParticipation;
}
