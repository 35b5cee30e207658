import { binomialQuantile } from "./distributions/binomial.ts";
import { normalCdf } from "./distributions/normal.ts";
import type { Share } from "./newcombe.ts";
import { checkWholeCounts } from "./whole-counts.ts";
import type { Interval } from "./wilson.ts";

export type PChart = {
  /** The share of all samples together. */
  readonly centre: number;
  /** Control limits of each sample, in its order: 3 sigma, within 0–1. */
  readonly limits: readonly Interval[];
  readonly signals: readonly PChartSignal[];
};

/** Samples that chance alone would seldom bring about, from index `first` to `last`. */
export type PChartSignal = {
  /**
   * `outside-limits`: one sample beyond its limits. `two-of-three`: two of three in a row beyond 2
   * sigma on the same side. `shift`: eight or more in a row on the same side of the centre.
   */
  readonly kind: "outside-limits" | "two-of-three" | "shift";
  readonly side: "above" | "below";
  readonly first: number;
  readonly last: number;
};

/** Below this the normal limits are wrong enough to matter. */
const leastNormal = 20;
const shiftLength = 8;
const sides = ["above", "below"] as const;

/**
 * A p-chart: shares of successive samples around their common share, with limits for each sample's own
 * size. 3 sigma; where a sample has fewer than 20 cases exact binomial limits of the same probability.
 * Signals by the Western Electric rules 1, 2 and 4, sorted by their last sample.
 *
 * Source: Montgomery, D. C. (2009), Introduction to Statistical Quality Control, 6th ed., 7.2; Western
 * Electric (1956), Statistical Quality Control Handbook. Formula and worked example:
 * `docs/methods/p-chart.md`.
 *
 * @param samples in order of time; leave out those without cases.
 * @throws without samples, and unless each is a share with at least one case.
 */
export function pChart(samples: readonly Share[]): PChart {
  if (samples.length === 0) throw new Error("no samples, no chart");
  for (const { count, total } of samples) {
    checkWholeCounts([count, total]);
    if (total === 0 || count > total) throw new Error(`no share: ${count} of ${total}`);
  }
  const cases = samples.reduce((sum, { total }) => sum + total, 0);
  const centre = samples.reduce((sum, { count }) => sum + count, 0) / cases;
  const points = samples.map(({ count, total }) => ({
    share: count / total,
    centre: [centre, centre] as const,
    warning: limitsAt(2, centre, total),
    limits: limitsAt(3, centre, total),
  }));
  const signals = sides.flatMap((side) => {
    const past = (border: "centre" | "warning" | "limits") =>
      points.map(({ share, [border]: [lower, upper] }) =>
        side === "above" ? share > upper : share < lower,
      );
    return [
      ...outsideLimits(past("limits")),
      ...twoOfThree(past("warning")),
      ...longRuns(past("centre")),
    ].map((found) => ({ ...found, side }));
  });
  return {
    centre,
    limits: points.map(({ limits }) => limits),
    signals: signals.toSorted((a, b) => a.last - b.last),
  };
}

function limitsAt(sigmas: number, centre: number, total: number): Interval {
  if (total < leastNormal) {
    const tail = normalCdf(-sigmas);
    return [
      binomialQuantile(tail, total, centre) / total,
      binomialQuantile(1 - tail, total, centre) / total,
    ];
  }
  const half = sigmas * Math.sqrt((centre * (1 - centre)) / total);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

type Found = Omit<PChartSignal, "side">;

function outsideLimits(isOut: readonly boolean[]): readonly Found[] {
  return isOut.flatMap((out, i) => (out ? [{ kind: "outside-limits", first: i, last: i }] : []));
}

/** Told at the later of the two, with the earlier one. */
function twoOfThree(isOut: readonly boolean[]): readonly Found[] {
  return isOut.flatMap((out, i) => {
    const first = [i - 2, i - 1].find((earlier) => isOut[earlier]);
    return out && first !== undefined ? [{ kind: "two-of-three", first, last: i }] : [];
  });
}

/** Each run once, whole. A sample on the centre itself ends it. */
function longRuns(isBeyond: readonly boolean[]): readonly Found[] {
  const found: Found[] = [];
  let first = 0;
  for (let i = 0; i <= isBeyond.length; i += 1) {
    if (isBeyond[i]) continue;
    if (i - first >= shiftLength) found.push({ kind: "shift", first, last: i - 1 });
    first = i + 1;
  }
  return found;
}
