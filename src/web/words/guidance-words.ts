import { type Instant, swedishDay } from "#kernel";
import { dayInWords } from "./calendar.ts";

/** «Så gör vi hos oss (Familjefrid)» */
export function guidanceTitle(unitName: string): string {
  return `Så gör vi hos oss (${unitName})`;
}

/** «Skrivet av Berit Ek, 12 mars 2026» */
export function guidanceSource({ by, at }: { readonly by: string; readonly at: Instant }): string {
  return `Skrivet av ${by}, ${dayInWords(swedishDay(at))}`;
}
