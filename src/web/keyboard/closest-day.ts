import { type IsoDate, parseIsoDate, yearOf } from "#kernel";
import type { DateFrame } from "./typed-date.ts";

/** Years on either side: further from what it stands beside, nobody leaves the year out. */
const reach = [-1, 0, 1];

/**
 * The day of the year that lies nearest, among those that have been and are not too early for where
 * it is asked; where all are too early, the nearest that has been, and the question says what is wrong.
 */
export function closestDay(
  day: string,
  month: string,
  { today, near = today, notBefore }: DateFrame,
): IsoDate | undefined {
  const been = reach
    .map((years) => dayOfYear(yearOf(near) + years, month, day))
    .filter((date) => date !== undefined)
    .filter((date) => date <= today);
  const possible = been.filter((date) => notBefore === undefined || date >= notBefore);
  const [first] = (possible.length > 0 ? possible : been).toSorted(
    (a, b) => daysBetween(a, near) - daysBetween(b, near),
  );
  return first;
}

export function dayOfYear(year: number, month: string, day: string): IsoDate | undefined {
  return parseIsoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
