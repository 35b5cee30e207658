import { addDays, type IsoDate, type UnitId } from "#kernel";
import { type Campaign, type CampaignPlan, graceDays } from "./campaign.ts";

export type CampaignState = "planned" | "running" | "over" | "closed";

/** Of a campaign as it stands on a day. */
export function campaignState(campaign: Campaign, today: IsoDate): CampaignState {
  if (campaign.closedAt !== null) return "closed";
  if (today < campaign.firstDay) return "planned";
  return today > campaign.lastDay ? "over" : "running";
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
  if (today > addDays(lastDay, graceDays)) return null;
  return { from, through: today < lastDay ? today : lastDay };
}

/** The one that a unit's day belongs to: a routine gives way to what is none. */
export function campaignFor(
  campaigns: readonly Campaign[],
  unit: UnitId,
  day: IsoDate,
): Campaign | undefined {
  const there = campaigns.filter((each) => hasUnit(each, unit) && hasDay(each, day));
  return there.find(({ routine }) => routine === null) ?? there[0];
}

/** Where a routine's unit is counted instead, on a day of its own; `undefined`: in the routine itself. */
export function givesWayTo(
  campaign: Campaign,
  campaigns: readonly Campaign[],
  unit: UnitId,
  day: IsoDate,
): Campaign | undefined {
  if (campaign.routine === null || !hasDay(campaign, day)) return undefined;
  const owner = campaignFor(campaigns, unit, day);
  return owner?.id === campaign.id ? undefined : owner;
}

export function hasUnit({ units }: CampaignPlan, unit: UnitId): boolean {
  return units.some((each) => each.unit === unit);
}

function hasDay({ firstDay, lastDay }: Campaign, day: IsoDate): boolean {
  return firstDay <= day && day <= lastDay;
}
