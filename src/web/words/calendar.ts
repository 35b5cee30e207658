import {
  addDays,
  daysBetween,
  type Instant,
  type IsoDate,
  isoDate,
  monthInWords,
  monthName,
  swedishDay,
  swedishTime,
  yearOf,
} from "#kernel";

const weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

/** «12 mars 2026» */
export function dayInWords(date: IsoDate): string {
  return `${Number(date.slice(8))} ${monthInWords(date)}`;
}

/** «12 mars», with its year only when that is another than today's. */
export function dayNear(date: IsoDate, today: IsoDate): string {
  const year = yearOf(date) === yearOf(today) ? "" : ` ${yearOf(date)}`;
  return `${Number(date.slice(8))} ${monthName(date)}${year}`;
}

/** «20 nov. 2026», where there is little room. */
export function shortDay(date: IsoDate): string {
  return `${Number(date.slice(8))} ${shortMonth(date)}`;
}

/** «nov. 2026», where there is little room. */
export function shortMonth(date: IsoDate): string {
  const month = monthName(date);
  return `${month.length > 4 ? `${month.slice(0, 3)}.` : month} ${yearOf(date)}`;
}

/** «torsdag 12 mars 2026»: said back where a date was typed short. */
export function weekdayInWords(date: IsoDate): string {
  // A Monday to count from, so that no time zone can shift the day.
  const day = ((daysBetween(isoDate("2024-01-01"), date) % 7) + 7) % 7;
  return `${weekdays[day]} ${dayInWords(date)}`;
}

/** «i dag 14.02», «i går 14.02», otherwise «12 mars 2026». */
export function momentInWords(at: Instant, now: Instant, inWords = dayInWords): string {
  const day = swedishDay(at);
  if (day === swedishDay(now)) return `i dag ${swedishTime(at)}`;
  if (day === addDays(swedishDay(now), -1)) return `i går ${swedishTime(at)}`;
  return inWords(day);
}

/** «12 mars 2026 14.02»: for lists that must be exact. */
export function exactMoment(at: Instant): string {
  return `${dayInWords(swedishDay(at))} ${swedishTime(at)}`;
}
