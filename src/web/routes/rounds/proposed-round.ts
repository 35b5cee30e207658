import { addDays, type Instant, type IsoDate, instantOn } from "#kernel";

/** Days that are left to finish the registration after the last day. */
const toFinish = 31;

/**
 * «2026» of a whole year, «2026-h1», «2026-q3», otherwise «2026-03-2026-05» of its months; a number
 * after it where the name is taken.
 */
export function proposedId(from: IsoDate, through: IsoDate, taken: readonly string[]): string {
  const plain = nameOf(from, through);
  if (!taken.includes(plain)) return plain;
  for (let number = 2; ; number++) {
    if (!taken.includes(`${plain}-${number}`)) return `${plain}-${number}`;
  }
}

function nameOf(from: IsoDate, through: IsoDate): string {
  const year = from.slice(0, 4);
  const days = `${from.slice(5)} ${through.slice(5)}`;
  const parts: Readonly<Record<string, string>> = {
    "01-01 12-31": year,
    "01-01 06-30": `${year}-h1`,
    "07-01 12-31": `${year}-h2`,
    "01-01 03-31": `${year}-q1`,
    "04-01 06-30": `${year}-q2`,
    "07-01 09-30": `${year}-q3`,
    "10-01 12-31": `${year}-q4`,
  };
  const known = through.startsWith(year) ? parts[days] : undefined;
  return known ?? `${from.slice(0, 7)}-${through.slice(0, 7)}`;
}

/** The last day on which something can be registered. */
export function proposedCutOff(through: IsoDate): IsoDate {
  return addDays(through, toFinish);
}

/** Late in the evening in Sweden, winter and summer, and the same day in universal time. */
export function cutOffAt(day: IsoDate): Instant {
  return instantOn(day, 21 * 3600 + 59 * 60);
}
