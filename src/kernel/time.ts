declare const brand: unique symbol;

/** A calendar day, `YYYY-MM-DD`, without time zone. */
export type IsoDate = string & { readonly [brand]: "IsoDate" };
/** A moment in UTC, `YYYY-MM-DDThh:mm:ss.sssZ`. */
export type Instant = string & { readonly [brand]: "Instant" };

/** Milliseconds. */
const dayLength = 86_400_000;

/** The only way to the time of day: passed in, so that a test can hold it still. */
export type Clock = { readonly now: () => Instant };

export const systemClock: Clock = { now: () => new Date().toISOString() as Instant };

export function fixedClock(at: string): Clock {
  return { now: () => instant(at) };
}

/** @throws for text that is not a real day: a bug, since people's dates come through `parseIsoDate`. */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`not a calendar day: ${text}`);
  return date;
}

/** `undefined` for anything but a day that exists in the calendar. */
export function parseIsoDate(text: unknown): IsoDate | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = Number(text.slice(8));
  const isThere = day > 0 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
  return isThere ? (text as IsoDate) : undefined;
}

/** None in a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

export function instant(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

/** So many seconds after midnight in universal time; fewer than a day has. */
export function instantOn(day: IsoDate, second: number): Instant {
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const [hh, mm, ss] = time.map((part) => (part < 10 ? `0${part}` : part));
  return `${day}T${hh}:${mm}:${ss}.000Z` as Instant;
}

// Made once: making one takes a hundred times as long as using it.
const swedishCalendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });
const swedishClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  hour: "2-digit",
  minute: "2-digit",
});

/** By hour, since Sweden's clocks differ from universal time by whole hours; emptied when it grows. */
const daysByHour = new Map<string, IsoDate>();
const mostHours = 20_000;

/** The calendar day in Sweden, which is what a social worker means by «today». */
export function swedishDay(at: Instant): IsoDate {
  const hour = at.slice(0, "YYYY-MM-DDThh".length);
  const known = daysByHour.get(hour);
  if (known !== undefined) return known;
  if (daysByHour.size >= mostHours) daysByHour.clear();
  const day = swedishCalendar.format(new Date(at)) as IsoDate;
  daysByHour.set(hour, day);
  return day;
}

/** «14.02», as clocks are written in Swedish prose. */
export function swedishTime(at: Instant): string {
  return swedishClock.format(new Date(at)).replace(":", ".");
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * dayLength).toISOString().slice(0, 10) as IsoDate;
}

export function addHours(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant;
}

export function addSeconds(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString() as Instant;
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
