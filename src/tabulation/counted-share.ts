import { isAnswered, isValid } from "./extract/standing.ts";
import { mostPlaces, type Reading } from "./reading.ts";
import { type Interval, wilsonInterval } from "./statistics/wilson.ts";

/** Whether a cell's rows gave at least one of the codes. */
export function isAmong(reading: Reading, codes: readonly number[]): (cell: number) => boolean {
  const wanted = reading.listed.map(({ code }) => codes.includes(code));
  const places = new Uint16Array(mostPlaces);
  return (cell) => {
    const given = reading.placesOf(cell, places);
    for (let index = 0; index < given; index++) if (wanted[places[index] ?? 0]) return true;
    return false;
  };
}

export function isInBase(base: "answered" | "valid", standing: number): boolean {
  return base === "valid" ? isValid(standing) : isAnswered(standing);
}

export function intervalOf(count: number, denominator: number): Interval | null {
  return denominator === 0 ? null : wilsonInterval(count, denominator);
}
