import type { IsoDate, Period, Quarter } from "#kernel";
import type { TimeStep } from "../table-specification.ts";

/** Where a quarter's number would stand and there is none. */
export const noQuarter = 0;

/** Year · 4 + quarter − 1: a number whose differences are quarters. */
export function quarterNumber(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;
}

export function quarterNumberOf(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** The first and the last quarter of a period of whole quarters. */
export function quartersIn({ from, until }: Period): readonly [first: number, last: number] {
  return [quarterNumberOf(from), quarterNumberOf(until) - 1];
}

const quartersPer = { quarter: 1, "half-year": 2, year: 4 } as const;

/** The number of the step of time that a quarter belongs to: neighbours differ by one. */
export function stepNumber(quarter: number, step: TimeStep): number {
  return Math.floor(quarter / quartersPer[step]);
}

/** Year, year · 10 + half (1–2), or year · 10 + quarter (1–4). */
export function stepCode(number: number, step: TimeStep): number {
  if (step === "year") return number;
  const perYear = 4 / quartersPer[step];
  return Math.floor(number / perYear) * 10 + (number % perYear) + 1;
}
