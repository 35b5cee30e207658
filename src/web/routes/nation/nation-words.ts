import { capitalised, monthInWords, numberInWords } from "#kernel";
import type { NationRegion, PublishedHead } from "#server";

/** «Riket 2022–2023» · «Granviken, 2022–2023» */
export function publishedTitle(region: NationRegion | null, round: PublishedHead["round"]): string {
  return region ? `${region.name}, ${roundInWords(round)}` : `Riket ${roundInWords(round)}`;
}

export function roundInWords({ from, through }: PublishedHead["round"]): string {
  const isWholeYears = from.endsWith("-01-01") && through.endsWith("-12-31");
  const [first, last] = isWholeYears
    ? [from.slice(0, 4), through.slice(0, 4)]
    : [monthInWords(from), monthInWords(through)];
  if (first === last) return first;
  return `${first}${isWholeYears ? "–" : " – "}${last}`;
}

/** «Två leveranser gick inte att använda.» Empty where all could be. */
export function unusableInWords(unusable: number): string {
  if (unusable === 0) return "";
  const what = unusable === 1 ? "leverans" : "leveranser";
  return `${capitalised(numberInWords(unusable))} ${what} gick inte att använda.`;
}
