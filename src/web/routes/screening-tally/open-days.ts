import { addDays, type IsoDate, yearOf } from "#kernel";
import type { CampaignView } from "#server";
import { weekdayInWords } from "../../words/calendar.ts";

/** As many as there is use for in a list: a campaign of a year, with its days of grace. */
const mostDays = 400;

export type DayOption = { readonly value: IsoDate; readonly label: string };

/** The days that meetings may be noted on, the latest first. */
export function openDayOptions(
  openDays: NonNullable<CampaignView["openDays"]>,
  today: IsoDate,
): readonly DayOption[] {
  const { from, through } = openDays;
  const options: DayOption[] = [];
  for (let day = through; day >= from && options.length < mostDays; day = addDays(day, -1)) {
    options.push({ value: day, label: dayLabel(day, today) });
  }
  return options;
}

/** «i dag, måndag 2 november», with its year only when that is another than today's. */
export function dayLabel(day: IsoDate, today: IsoDate): string {
  const near = day === today ? "i dag, " : day === addDays(today, -1) ? "i går, " : "";
  const told = weekdayInWords(day);
  return near + (yearOf(day) === yearOf(today) ? told.replace(/ \d{4}$/, "") : told);
}
