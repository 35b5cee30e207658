import {
  type Difference,
  funnelLimits,
  funnelTail,
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
 * Where a share lies among places of its size, when all together have `all`. Said by the exact tail: the
 * limits are those of the picture, interpolated between whole cases.
 */
export function funnelPlace(
  own: Share,
  all: Share,
): { readonly place: FunnelPlace; readonly limits: Interval } {
  const theta = all.count / all.total;
  return { place: placeIn(own, theta), limits: funnelLimits(theta, own.total).inner };
}

/** The lines of a funnel at `total` cases, when all together have `all`; for drawing, see `funnelPlace`. */
export function funnelLimitsAround(
  all: Share,
  total: number,
): { readonly inner: Interval; readonly outer: Interval } {
  return funnelLimits(all.count / all.total, total);
}

function placeIn({ count, total }: Share, theta: number): FunnelPlace {
  const tail = funnelTail(count, total, theta);
  if (tail >= 0.025) return "within";
  const side = count / total > theta ? "above" : "below";
  return tail < 0.001 ? `far-${side}` : side;
}

/** What a series is drawn against: the share of all steps, and of each what chance alone may bring. */
export function seriesLimits(shares: readonly Share[]): {
  readonly centre: number | null;
  /** `null` for a step without cases. */
  readonly limits: readonly (Interval | null)[];
} {
  const counted = shares.filter(({ total }) => total > 0);
  if (counted.length === 0) return { centre: null, limits: shares.map(() => null) };
  const { centre, limits } = pChart(counted);
  const known = new Map(counted.map((share, index) => [share, limits[index] ?? null]));
  return { centre, limits: shares.map((share) => known.get(share) ?? null) };
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
