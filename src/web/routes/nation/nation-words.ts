import { capitalised, monthInWords, numberInWords } from "#kernel";
import type { Nation } from "#server";

/** «Riket 2022–2023» */
export function nationTitle({ from, through }: Nation["round"]): string {
  const isWholeYears = from.endsWith("-01-01") && through.endsWith("-12-31");
  const [first, last] = isWholeYears
    ? [from.slice(0, 4), through.slice(0, 4)]
    : [monthInWords(from), monthInWords(through)];
  if (first === last) return `Riket ${first}`;
  return `Riket ${first}${isWholeYears ? "–" : " – "}${last}`;
}

/** «Två leveranser gick inte att använda.» Empty where all could be. */
export function unusableInWords(unusable: number): string {
  if (unusable === 0) return "";
  const what = unusable === 1 ? "leverans" : "leveranser";
  return `${capitalised(numberInWords(unusable))} ${what} gick inte att använda.`;
}
