import { addDays, daysBetween, type IsoDate, isoDate } from "#kernel";

const aMonday = isoDate("2001-01-01");

/** 0 for Monday … 6 for Sunday. */
function weekday(day: IsoDate): number {
  return ((daysBetween(aMonday, day) % 7) + 7) % 7;
}

/** The day itself, or the Monday after a weekend. */
export function workdayFrom(day: IsoDate): IsoDate {
  return addDays(day, [0, 0, 0, 0, 0, 2, 1][weekday(day)] ?? 0);
}

/** The day itself, or the Friday before a weekend. */
export function workdayUntil(day: IsoDate): IsoDate {
  return addDays(day, [0, 0, 0, 0, 0, -1, -2][weekday(day)] ?? 0);
}

/** Universal time: eight to four by the clock on a Swedish wall, summer and winter. */
export const firstSecond = 7 * 3600;
export const lastSecond = 14 * 3600;

export function latest(...days: readonly (IsoDate | undefined)[]): IsoDate {
  const known = days.filter((day) => day !== undefined);
  return known.reduce((late, day) => (day > late ? day : late));
}
