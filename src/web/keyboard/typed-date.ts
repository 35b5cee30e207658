import { addDays, type IsoDate, parseIsoDate } from "#kernel";
import { closestDay, dayOfYear } from "./closest-day.ts";

/** What a day without a year is read by. */
export type DateFrame = {
  readonly today: IsoDate;
  /** The nearest such day is meant. Left out: today, and so the latest that has been. */
  readonly near?: IsoDate;
  /** Days before this one cannot be meant, as long as there is a later one that has been. */
  readonly notBefore?: IsoDate;
};

/**
 * A date as people type it in a hurry: `1203`, `12/3`, `12/3 2025`, `12 mars`, `0` (today), `-14`
 * (days ago), `i dag`, `260312`, `20260312` or `2026-03-12`. A day without a year is never in the
 * future: what is registered has nearly always happened.
 * @returns `undefined` for anything that is not a day in the calendar.
 */
export function parseTypedDate(text: string, frame: DateFrame): IsoDate | undefined {
  const typed = text.normalize("NFKC").trim().toLowerCase().replace(/−|–/g, "-");
  return (
    parseIsoDate(typed) ??
    daysAgo(typed, frame.today) ??
    onlyDigits(typed, frame) ??
    parts(typed, frame)
  );
}

function daysAgo(typed: string, today: IsoDate): IsoDate | undefined {
  if (typed === "0" || typed === "idag" || typed === "i dag") return today;
  if (typed === "igår" || typed === "i går") return addDays(today, -1);
  const [, days] = /^-\s?(\d{1,4})$/.exec(typed) ?? [];
  return days === undefined ? undefined : addDays(today, -Number(days));
}

/** `1203` day and month; `260312` and `20260312` with the year first, as Swedes write it. */
function onlyDigits(typed: string, frame: DateFrame): IsoDate | undefined {
  if (/^\d{4}$/.test(typed)) return closestDay(typed.slice(0, 2), typed.slice(2), frame);
  if (/^\d{6}$/.test(typed)) return parseIsoDate(hyphened(`20${typed}`));
  if (/^\d{8}$/.test(typed)) return parseIsoDate(hyphened(typed));
  return undefined;
}

const monthNames = "jan feb mar apr maj jun jul aug sep okt nov dec".split(" ");

/** `12/3`, `12.3`, `12 mars`, each with or without a year after it. */
function parts(typed: string, frame: DateFrame): IsoDate | undefined {
  const found = /^(\d{1,2})\s?(?:[/.]\s?(\d{1,2})|([a-z]{3,9}))(?:[\s/.-]+(\d{2}|\d{4}))?$/.exec(
    typed,
  );
  if (!found) return undefined;
  const [, day = "", number, name, year] = found;
  const month = number ?? String(monthNames.indexOf(name?.slice(0, 3) ?? "") + 1);
  if (year === undefined) return closestDay(day, month, frame);
  return dayOfYear(Number(year.length === 2 ? `20${year}` : year), month, day);
}

function hyphened(eight: string): string {
  return `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`;
}
