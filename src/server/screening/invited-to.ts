import type { MunicipalityTransaction } from "#store";
import { listAgreed } from "../delivering/agreed-round.ts";
import { isOfMeetings } from "../receiving/take-participation.ts";
import type { Services } from "../services.ts";
import type { CampaignList } from "../wire-of-screening.ts";

/** Rounds of meetings that the municipality has agreed to take part in, and has planned no campaign for. */
export async function invitedTo(
  tx: Pick<MunicipalityTransaction, "agreements" | "screening">,
  { codebooks }: Pick<Services, "codebooks">,
): Promise<CampaignList["invitedTo"]> {
  const planned = new Set((await tx.screening.campaigns()).map(({ round }) => round));
  return (await listAgreed(tx)).flatMap(({ round: id, invitation, endedAt }) => {
    const { round } = invitation;
    if (!isOfMeetings(invitation, codebooks) || endedAt !== null || planned.has(id)) return [];
    return [{ round: id, name: round.name, firstDay: round.from, lastDay: round.through }];
  });
}
