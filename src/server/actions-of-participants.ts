import type { SharedAction } from "#delivery";
import type { Instant, JsonValue, MunicipalityCode } from "#kernel";
import type { MunicipalityTransaction } from "#store";
import { figureLabel } from "./acting/figures-of-actions.ts";
import type { CodebookShelf } from "./codebook-shelf.ts";
import type { SharedActionView } from "./wire-of-actions.ts";

/**
 * What participants of a round share, in the order of their codes; those who have left share nothing.
 * @param tx the receiver's.
 * @param but left out: a participant who asks what the others share.
 */
export async function actionsShared(
  tx: MunicipalityTransaction,
  codebooks: Pick<CodebookShelf, "get" | "common">,
  round: string,
  but?: MunicipalityCode,
): Promise<readonly SharedActionView[]> {
  const found = await tx.rounds.find(round);
  const { codebook } = (found?.invitation ?? {}) as {
    readonly codebook?: { readonly id: string };
  };
  const asked = codebooks.get(codebook?.id ?? "") ?? codebooks.common();
  const participants = await tx.rounds.participants(round);
  const names = new Map(
    participants.flatMap(({ code, name, leftAt }) => (leftAt === null ? [[code, name]] : [])),
  );
  const shared = await tx.sharedActions.list(round);
  return shared.flatMap(({ participant, content }) => {
    const municipality = names.get(participant);
    if (municipality === undefined || participant === but) return [];
    const { about, intention, responsible, state, outcome } = content as SharedAction;
    const label = about === null ? null : figureLabel(asked, about);
    return [{ municipality, about: label, intention, responsible, state, outcome }];
  });
}

/**
 * All that a participant shares now, instead of what it shared before: as its note says, whose signature
 * is known to be its own.
 * @param tx the receiver's.
 */
export async function takeSharedActions(
  tx: MunicipalityTransaction,
  round: string,
  participant: MunicipalityCode,
  actions: readonly SharedAction[],
  at: Instant,
): Promise<void> {
  const kept = actions.map((action) => ({ id: action.id, content: action as JsonValue }));
  await tx.sharedActions.replace(round, participant, kept, at);
}
