import { wilsonInterval } from "#tabulation";
import type { AttackedSet } from "./attacked-set.ts";
import type { RoundedNumber } from "./published-set.ts";

/** What every reader can say of each cell before adding anything up. */
export type KnownBounds = { readonly low: Float64Array; readonly high: Float64Array };

/** One narrowed cell may narrow the next; more rounds than this gain nothing. */
const mostRounds = 8;

/**
 * Fifth attack: every part and base that a rounded percentage, mean or interval leaves possible. Where
 * the base is hidden it is tried up to the greatest count that is told; a bound found only there is none.
 */
export function invertRounded(set: AttackedSet, beside: readonly RoundedNumber[]): KnownBounds {
  const low = Float64Array.from(set.shown, (count, cell) => count ?? set.least[cell] ?? 0);
  const high = Float64Array.from(set.shown, (count) => count ?? Number.POSITIVE_INFINITY);
  const bounds = { low, high };
  const greatest = set.shown.reduce<number>((most, count) => Math.max(most, count ?? 0), 100);
  for (let round = 0; round < mostRounds; round++) {
    const narrowed = beside.filter((each) => narrow(bounds, each, greatest));
    if (narrowed.length === 0) break;
  }
  return bounds;
}

function narrow({ low, high }: KnownBounds, rounded: RoundedNumber, greatest: number): boolean {
  const { part, base } = rounded;
  const [partLow = 0, partHigh = 0, baseLow = 0, baseHigh = 0] = [
    ...[low[part], high[part], low[base], high[base]],
  ];
  if (partLow === partHigh && baseLow === baseHigh) return false;
  const isOpen = baseHigh > greatest;
  const found = { partLow: Infinity, partHigh: -1, baseLow: Infinity, baseHigh: -1 };
  const last = isOpen ? Math.max(greatest, baseLow) : baseHigh;
  for (let size = Math.max(1, baseLow); size <= last; size++) {
    const [from, to] = partsThatFit(rounded, size);
    const least = Math.max(from, partLow);
    const most = Math.min(to, partHigh);
    if (least > most) continue;
    found.baseLow = Math.min(found.baseLow, size);
    found.baseHigh = size;
    found.partLow = Math.min(found.partLow, least);
    found.partHigh = Math.max(found.partHigh, most);
  }
  // Numbers that do not fit each other narrow nothing; the sums say that they are wrong.
  if (found.baseHigh < 0) return false;
  const before = [low[part], high[part], low[base], high[base]].join();
  low[part] = Math.max(partLow, found.partLow);
  low[base] = Math.max(baseLow, found.baseLow);
  if (!isOpen || found.baseHigh < last) {
    high[part] = Math.min(partHigh, found.partHigh);
    high[base] = Math.min(baseHigh, found.baseHigh);
  }
  return before !== [low[part], high[part], low[base], high[base]].join();
}

/** The least and the greatest part of a base of this size that would be told so. */
function partsThatFit(rounded: RoundedNumber, size: number): readonly [number, number] {
  const half = 0.5 * 10 ** -rounded.decimals + 1e-9;
  if (rounded.kind === "interval") {
    const least = firstFrom(size, (part) => percentOf(part, size).low >= rounded.low - half);
    const isAbove = (part: number) => percentOf(part, size).low > rounded.low + half;
    const tooLow = firstFrom(size, (part) => percentOf(part, size).high >= rounded.high - half);
    const tooHigh = firstFrom(
      size,
      (part) => isAbove(part) || percentOf(part, size).high > rounded.high + half,
    );
    return [Math.max(least, tooLow), tooHigh - 1];
  }
  const unit = rounded.kind === "percent" ? size / 100 : size;
  const from = Math.ceil((rounded.value - half) * unit - 1e-9);
  const to = Math.floor((rounded.value + half) * unit + 1e-9);
  return [Math.max(0, from), rounded.kind === "percent" ? Math.min(size, to) : to];
}

function percentOf(part: number, size: number): { readonly low: number; readonly high: number } {
  const [low, high] = wilsonInterval(part, size);
  return { low: low * 100, high: high * 100 };
}

/** Both limits rise with the part: by halving. `size + 1` where none does. */
function firstFrom(size: number, holds: (part: number) => boolean): number {
  let [from, to] = [0, size + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
