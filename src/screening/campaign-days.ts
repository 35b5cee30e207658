import { addDays, type IsoDate, swedishDay, type UnitId } from "#kernel";
import { type Campaign, type CampaignPlan, graceDays } from "./campaign.ts";

export type CampaignState = "planned" | "running" | "over" | "closed";

/** Of a campaign as it stands on a day; a routine is never over, only closed. */
export function campaignState(campaign: Campaign, today: IsoDate): CampaignState {
  if (campaign.closedAt !== null) return "closed";
  if (today < campaign.firstDay) return "planned";
  return campaign.lastDay !== null && today > campaign.lastDay ? "over" : "running";
}

/**
 * The days that meetings may be noted on, from and through. `null`: none today, since it has not begun,
 * its days of grace are past, or it is closed.
 */
export function openDays(
  campaign: Campaign,
  today: IsoDate,
): { readonly from: IsoDate; readonly through: IsoDate } | null {
  const { firstDay: from, lastDay, closedAt } = campaign;
  if (closedAt !== null || today < from) return null;
  if (lastDay === null) return { from, through: today };
  if (today > addDays(lastDay, graceDays)) return null;
  return { from, through: today < lastDay ? today : lastDay };
}

/** The one that a unit's day belongs to: a routine gives way to a campaign with a last day. */
export function campaignFor(
  campaigns: readonly Campaign[],
  unit: UnitId,
  day: IsoDate,
): Campaign | undefined {
  const there = campaigns.filter((each) => hasUnit(each, unit) && hasDay(each, day));
  return there.find(({ lastDay }) => lastDay !== null) ?? there[0];
}

export function hasUnit({ units }: CampaignPlan, unit: UnitId): boolean {
  return units.some((each) => each.unit === unit);
}

/** The last day that belongs to it: a routine ends on the day it is closed. `null`: not yet known. */
export function endOf({ lastDay, closedAt }: Pick<Campaign, "lastDay" | "closedAt">) {
  return lastDay ?? (closedAt === null ? null : swedishDay(closedAt));
}

function hasDay(campaign: Campaign, day: IsoDate): boolean {
  const end = endOf(campaign);
  return campaign.firstDay <= day && (end === null || day <= end);
}
