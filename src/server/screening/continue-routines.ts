import { type Instant, randomId, strongRandomness, swedishDay } from "#kernel";
import { nextHalfYear } from "#screening";
import type { MunicipalityTransaction } from "#store";

/**
 * Where a half-year of a routine is over and the routine goes on, the next one is there: written by whoever
 * looks first, in the name of the one that planned it. After a long time nobody looked, all of them.
 */
export async function continueRoutines(
  { screening, audit }: Pick<MunicipalityTransaction, "screening" | "audit">,
  at: Instant,
): Promise<void> {
  const today = swedishDay(at);
  const campaigns = await screening.campaigns();
  const followed = new Set(campaigns.map(({ follows }) => follows));
  for (const campaign of campaigns) {
    if (followed.has(campaign.id)) continue;
    let next = nextHalfYear({ ...campaign, at }, today, randomId(strongRandomness));
    while (next) {
      const saved = await screening.saveCampaign(next);
      if (saved.kind === "changed") break; // Somebody else looked at the same moment.
      const details = { campaign: next.id, from: next.firstDay, through: next.lastDay };
      audit.append({ at, account: null, action: "campaign.planned", details });
      next = nextHalfYear(next, today, randomId(strongRandomness));
    }
  }
}
