import type { Instant, IsoDate } from "./time.ts";

declare const brand: unique symbol;

/** Half-open: `from` is included, `until` is not. Two adjoining quarters never share a day. */
export type Period = { readonly from: IsoDate; readonly until: IsoDate };

/** A quarter of a year, `2022Q3`: as near as a delivered day may come. */
export type Quarter = string & { readonly [brand]: "Quarter" };

/**
 * What municipalities follow up together. What was registered after the cut-off does not count, however
 * late the counting is done.
 */
export type Round = {
  /** Such as `2022-2023`. */
  readonly id: string;
  readonly period: Period;
  readonly cutOff: Instant;
};

export function isWithin(day: IsoDate, { from, until }: Period): boolean {
  return from <= day && day < until;
}

export function quarterOf(day: IsoDate): Quarter {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return `${day.slice(0, 4)}Q${quarter}` as Quarter;
}

/** `undefined` for anything but a quarter. */
export function parseQuarter(text: unknown): Quarter | undefined {
  return typeof text === "string" && /^\d{4}Q[1-4]$/.test(text) ? (text as Quarter) : undefined;
}
