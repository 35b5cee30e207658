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

/** “in none of the 30 cases where …” · “no, in the only case where …” */
export function inThose(count: number, total: number, base: Base): string {
  const within = base.noun === "client" ? "" : "in ";
  const who = thoseInside(total, base);
  if (total === 1) {
    return count === 1 ? `${within}the only ${who}` : `no, ${within || "from "}the only ${who}`;
  }
  if (count === total) return `${within}${total === 2 ? "both" : `all ${number(total)}`} ${who}`;
  return `${within}${partOf(count, total).replace(" of ", " of the ")} ${who}`;
}

export function all(total: number, base: Base): string {
  return `${number(total)} ${thoseInside(total, base)}`;
}

/** Inside a unit an answer that waits for its five has been given, and is not told yet. */
function thoseInside(total: number, base: Base): string {
  if (base.noun !== "client") return those(total, base);
  const known = base.kind === "answered" ? "" : "known ";
  return `${noun(total, base)} whose ${known}${total === 1 ? "answer is" : "answers are"} included`;
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

/** “21 per cent, 9 of 43 cases …”; counts alone where there are too few, or none, or all. */
export function shareIn(count: number, total: number, base: Base): string {
  if (total < leastForShares || count === 0 || count === total) {
    return inThose(count, total, base);
  }
  return `${percent(count, total)}, ${partOf(count, total)} ${thoseInside(total, base)}`;
}

export function percent(count: number, total: number): string {
  const rounded = Math.round((count / total) * 100);
  if (rounded === 0) return "less than one per cent";
  if (rounded === 100) return "more than 99 per cent";
  return `${rounded} per cent`;
}
