import { leastForShares } from "../small-numbers.ts";
import type { Base } from "./told.ts";

const smallNumbers = "zero one two three four five six seven eight nine ten eleven twelve".split(
  " ",
);

export const figures = new Intl.NumberFormat("en-GB");
const oneDecimal = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function number(value: number): string {
  return smallNumbers[value] ?? figures.format(value);
}

export function decimal(value: number): string {
  return oneDecimal.format(value);
}

/** Words as long as only counts are told; figures beside a percentage: never “nine of 43”. */
export function partOf(count: number, total: number): string {
  if (total === 1) return count === 1 ? "the only" : "not the only";
  if (count === 0) return `none of ${number(total)}`;
  if (count === total && total > 2) return `all ${number(total)}`;
  if (total >= leastForShares) return `${figures.format(count)} of ${figures.format(total)}`;
  return `${number(count)} of ${number(total)}`;
}

export function all(total: number, base: Base): string {
  return `${number(total)} ${those(total, base)}`;
}

export function those(total: number, base: Base): string {
  if (base.noun === "client")
    return `${noun(total, base)} who ${total === 1 ? "has" : "have"} answered`;
  const which = base.kind === "answered" ? "where the question is answered" : "with a known answer";
  return `${base.isClosed ? "closed " : ""}${noun(total, base)} ${which}`;
}

export function noun(total: number, base: Base): string {
  return total === 1 ? base.noun : `${base.noun}s`;
}

/** “None” and “all” say it already. */
export function withPercent(count: number, total: number, among: string): string {
  return count === 0 || count === total ? among : `${percent(count, total)}, ${among}`;
}

export function percent(count: number, total: number): string {
  const rounded = Math.round((count / total) * 100);
  if (rounded === 0) return "less than one per cent";
  if (rounded === 100) return "more than 99 per cent";
  return `${rounded} per cent`;
}
