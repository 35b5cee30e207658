import { type IsoDate, yearOf } from "./time.ts";

const numbers = [
  "noll",
  "en",
  "två",
  "tre",
  "fyra",
  "fem",
  "sex",
  "sju",
  "åtta",
  "nio",
  "tio",
  "elva",
  "tolv",
];

const months = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];

/**
 * Words up to twelve, figures above.
 * @param one «ett» where what is counted is neuter: «ett svar».
 */
export function numberInWords(count: number, one: "en" | "ett" = "en"): string {
  if (count === 1) return one;
  return numbers[count] ?? wholeNumber(count);
}

/** «3 070»: with the space that keeps the number on one line. */
export function wholeNumber(count: number): string {
  return new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 0 }).format(count);
}

/** «mars» */
export function monthName(date: IsoDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? "";
}

/** «mars 2026» */
export function monthInWords(date: IsoDate): string {
  return `${monthName(date)} ${yearOf(date)}`;
}

/** As a sentence begins. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** By name in the order of the Swedish alphabet: å, ä and ö come last. */
export function inSwedishOrder<Named extends { readonly name: string }>(
  list: readonly Named[],
): readonly Named[] {
  return list.toSorted((one, other) => one.name.localeCompare(other.name, "sv"));
}
