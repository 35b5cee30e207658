import { addDays, type Instant, swedishDay } from "#kernel";
import type { CampaignId } from "#screening";
import type { MunicipalityTransaction } from "#store";

/** Days after which nothing is sent again that was sent then. */
const receiptDays = 2;

/**
 * The log has one line of a unit's day, once it is over: how many meetings, and nobody's name. Written by
 * whoever looks at the campaign next, so that neither its moment nor its transaction is that of a note; and
 * so is then the day itself, with the receipts of what came before today.
 */
export async function tellDays(
  { screening, audit }: MunicipalityTransaction,
  campaign: CampaignId,
  at: Instant,
): Promise<void> {
  const today = swedishDay(at);
  const unlogged = await screening.unloggedDays(campaign, today);
  // Not now: the next who looks does it.
  const isSettled = await screening.settle(campaign, today);
  const days = isSettled ? unlogged : [];
  for (const { unit, day, count } of days) {
    const details = { campaign, unit, day, meetings: count };
    audit.append({ at, account: null, action: "meetings.tallied", details });
  }
  if (days.length > 0) await screening.markLogged(campaign, days);
  await screening.forgetReceipts(addDays(today, -receiptDays));
}
