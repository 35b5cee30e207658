import { addDays, halfYearInWords, halfYearOf, type IsoDate, periodOf } from "#kernel";
import type { Campaign, CampaignId } from "./campaign.ts";

/** Of the half-year that the day is in. */
export function lastOfHalfYear(day: IsoDate): IsoDate {
  return addDays(periodOf(halfYearOf(day)).until, -1);
}

/**
 * The next half-year of a routine that goes on, once this one is over: the same plan, beside the days. It is
 * of no round: a round asks for the days that it was about. `undefined`: nothing follows yet, or at all.
 */
export function nextHalfYear(
  campaign: Campaign,
  today: IsoDate,
  id: CampaignId,
): Campaign | undefined {
  const { lastDay, routine } = campaign;
  if (routine !== "goes-on" || today <= lastDay) return undefined;
  const firstDay = addDays(lastDay, 1);
  return {
    ...campaign,
    id,
    follows: campaign.id,
    revision: 1,
    firstDay,
    lastDay: lastOfHalfYear(firstDay),
    round: null,
    tellsReceiver: false,
    closedAt: null,
  };
}

/** What it is called where others stand beside it: a routine's half-years have one name. */
export function titleOf({
  name,
  firstDay,
  routine,
}: Pick<Campaign, "name" | "firstDay" | "routine">): string {
  return routine === null ? name : `${name}, ${halfYearInWords(halfYearOf(firstDay))}`;
}
