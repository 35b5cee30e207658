import {
  type Difference,
  funnelLimits,
  type Interval,
  newcombeDifference,
  normalQuantile,
  type PChartSignal,
  pChart,
  type Share,
  wilsonInterval,
} from "#tabulation";

/**
 * Comparisons of numbers that are shown: for `report`, which sees no other. Whatever is hidden must not
 * come here: an interval would give it away.
 */

/** Wilson 95 % of a share that is made of counts of several cells; `null` without cases. */
export function intervalOf({ count, total }: Share): Interval | null {
  return total === 0 ? null : wilsonInterval(count, total);
}

/** Of two groups that share no case; `null` where one of them is empty. */
export function differenceOf(one: Share, other: Share): Difference | null {
  return one.total === 0 || other.total === 0 ? null : newcombeDifference(one, other);
}

/** Whether the interval leaves zero out, when so many comparisons are made together (Bonferroni). */
export function differs(one: Share, other: Share, comparisons = 1): boolean {
  if (one.total === 0 || other.total === 0) return false;
  const { interval } = newcombeDifference(one, other, normalQuantile(1 - 0.025 / comparisons));
  return interval[0] > 0 || interval[1] < 0;
}

/** Whether one answer is surely given more often than another of the same single choice. */
export function leads(first: number, second: number): boolean {
  return first > second && wilsonInterval(first, first + second)[0] > 0.5;
}

export type FunnelPlace = "within" | "above" | "below" | "far-above" | "far-below";

/**
 * Where a share lies among places of its size, when all together have `all`. Said of whole cases, by the
 * exact tails: the limits are those of the picture, interpolated between them.
 */
export function funnelPlace(
  own: Share,
  all: Share,
): { readonly place: FunnelPlace; readonly limits: Interval } {
  const { inner, outer } = funnelLimits(all.count / all.total, own.total);
  return { place: placeIn(own, inner, outer), limits: inner };
}

function placeIn({ count, total }: Share, inner: Interval, outer: Interval): FunnelPlace {
  if (count > wholeCases(outer[1], total)) return "far-above";
  if (count < wholeCases(outer[0], total)) return "far-below";
  if (count > wholeCases(inner[1], total)) return "above";
  return count < wholeCases(inner[0], total) ? "below" : "within";
}

/** The whole number that the limit was interpolated back from. */
function wholeCases(limit: number, total: number): number {
  return Math.ceil(limit * total - 1e-9);
}

/** Steps of time that chance alone would seldom bring about, by their place; empty ones left out. */
export function seriesSignals(shares: readonly Share[]): readonly PChartSignal[] {
  const counted = shares.flatMap((share, at) => (share.total > 0 ? [{ share, at }] : []));
  if (counted.length === 0) return [];
  const placeOf = (index: number) => counted[index]?.at ?? index;
  return pChart(counted.map(({ share }) => share)).signals.map((signal) => ({
    ...signal,
    first: placeOf(signal.first),
    last: placeOf(signal.last),
  }));
}
