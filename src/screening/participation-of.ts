import { addDays, type IsoDate } from "#kernel";
import type { Campaign } from "./campaign.ts";
import type { TalliedDay } from "./meeting.ts";
import type { Participation } from "./participation.ts";
import { questionOn } from "./questions-of-meeting.ts";

/**
 * How far each unit has come, in the order of the plan. A unit whose meetings did not say whether the
 * question was put has them among its meetings alone. Working days are Monday to Friday, holidays
 * among them, and each day of a weekend on which the unit noted something.
 */
export function participationOf(
  campaign: Campaign,
  rows: readonly TalliedDay[],
  today: IsoDate,
): readonly Participation[] {
  const through = campaign.lastDay < today ? campaign.lastDay : today;
  const weekdays = weekdaysFrom(campaign.firstDay, through);
  return campaign.units.map((each) => {
    const own = rows.filter(({ unit }) => unit === each.unit);
    const days = new Set(own.map(({ day }) => day));
    const weekends = [...days].filter((day) => !isWeekday(day)).length;
    return {
      ...each,
      meetings: sumOf(own),
      asked: sumOf(own.filter(({ combination }) => wasAsked(combination, 1))),
      notAsked: sumOf(own.filter(({ combination }) => wasAsked(combination, 2))),
      days: days.size,
      workingDays: weekdays + weekends,
    };
  });
}

function sumOf(rows: readonly TalliedDay[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function wasAsked(combination: string, code: 1 | 2): boolean {
  return combination.split(";")[0] === `${questionOn("wasAsked").id}=${code}`;
}

function weekdaysFrom(first: IsoDate, through: IsoDate): number {
  let count = 0;
  for (let day = first; day <= through; day = addDays(day, 1)) if (isWeekday(day)) count++;
  return count;
}

function isWeekday(day: IsoDate): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday > 0 && weekday < 6;
}
