import { type IsoDate, type Problem, problem, type UnitId } from "#kernel";
import type { Campaign } from "./campaign.ts";
import { hasUnit, openDays } from "./campaign-days.ts";
import { readCombination } from "./combination.ts";
import type { TalliedDay } from "./meeting.ts";

/** What keeps a meeting from being noted in a campaign. */
export function checkMeeting(
  campaign: Campaign,
  { unit, day, combination }: Omit<TalliedDay, "count">,
  today: IsoDate,
): readonly Problem[] {
  const read = readCombination(combination);
  return [
    ...checkPlace(campaign, unit, day, today),
    ...(read.kind === "refused" ? read.problems : []),
  ];
}

/** Of what is noted, the unit and the day: the campaign takes them now. */
export function checkPlace(
  campaign: Campaign,
  unit: UnitId,
  day: IsoDate,
  today: IsoDate,
): readonly Problem[] {
  return [
    ...(hasUnit(campaign, unit) ? [] : [problem("campaign-unit-not-in", "unit")]),
    ...checkOpen(campaign, day, today),
  ];
}

function checkOpen(campaign: Campaign, day: IsoDate, today: IsoDate): readonly Problem[] {
  if (campaign.closedAt !== null) return [problem("campaign-closed")];
  const open = openDays(campaign, today);
  if (open === null) return [problem("campaign-not-open")];
  if (open.from <= day && day <= open.through) return [];
  return [problem("meeting-day-closed", "day", { day, ...open })];
}
