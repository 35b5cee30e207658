declare const brand: unique symbol;

/** A calendar day, `YYYY-MM-DD`, without time zone. */
export type IsoDate = string & { readonly [brand]: "IsoDate" };
/** A moment in UTC, `YYYY-MM-DDThh:mm:ss.sssZ`. */
export type Instant = string & { readonly [brand]: "Instant" };

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
  const parsed = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text)
    return undefined;
  return text as IsoDate;
}

export function instant(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

// Made once: making one takes a hundred times as long as using it.
const swedishCalendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });
const swedishClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  hour: "2-digit",
  minute: "2-digit",
});

/** The calendar day in Sweden, which is what a social worker means by «today». */
export function swedishDay(at: Instant): IsoDate {
  return swedishCalendar.format(new Date(at)) as IsoDate;
}

/** «14.02», as clocks are written in Swedish prose. */
export function swedishTime(at: Instant): string {
  return swedishClock.format(new Date(at)).replace(":", ".");
}

export function addDays(date: IsoDate, days: number): IsoDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10) as IsoDate;
}

export function addHours(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant;
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
