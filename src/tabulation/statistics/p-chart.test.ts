import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Share } from "./newcombe.ts";
import { type PChartSignal, pChart } from "./p-chart.ts";
import { assertNear } from "./testing/near.ts";
import { plainBinomial } from "./testing/plain-binomial.ts";

/** Montgomery's cans of orange juice: leaking cans in 30 samples of 50. */
const juice = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7,
  13, 9, 6,
];
const of50 = (counts: readonly number[]) => counts.map((count) => ({ count, total: 50 }));

test("Montgomery's orange juice has the published centre, limits and signals", () => {
  const { centre, limits, signals } = pChart(of50(juice));
  assert.equal(centre.toFixed(5), "0.23133");
  assert.equal(limits.length, 30);
  for (const [lower, upper] of limits) {
    assert.deepEqual([lower.toFixed(5), upper.toFixed(5)], ["0.05243", "0.41024"]);
  }
  const outside = signals.filter(({ kind }) => kind === "outside-limits");
  assert.deepEqual(
    outside.map(({ first, side }) => [first, side]),
    [
      [14, "above"],
      [22, "above"],
    ],
  );
});

/** Φ(−3) and Φ(−2), as every table has them. */
const tails = { 3: 0.0013498980316301, 2: 0.0227501319481792 };

function plainLimits(sigmas: 2 | 3, centre: number, total: number): readonly [number, number] {
  if (total >= 20) {
    const half = sigmas * Math.sqrt(centre * (1 - centre)) * (1 / Math.sqrt(total));
    return [Math.min(1, Math.max(0, centre - half)), Math.min(1, Math.max(0, centre + half))];
  }
  if (centre === 0 || centre === 1) return [centre, centre];
  const probabilities = plainBinomial(total, centre);
  const upTo = (k: number) => probabilities.slice(0, k + 1).reduce((sum, each) => sum + each, 0);
  const least = probabilities.findIndex((_, k) => upTo(k) >= tails[sigmas]);
  const most = probabilities.findIndex((_, k) => upTo(k) >= 1 - tails[sigmas]);
  return [least / total, (most < 0 ? total : most) / total];
}

/**
 * How far a share lies from the centre, as a letter: - on it, a b c ever further above, A B C below. From
 * 20 cases on by squares of whole numbers; undefined where it touches a limit and rounding decides.
 */
function letterOf({ count, total }: Share, yes: number, cases: number): string | undefined {
  const lead = count * cases - yes * total;
  if (lead === 0) return "-";
  const square = yes * (cases - yes) * total;
  if (total >= 20 && [4, 9].some((sigmas) => lead ** 2 === sigmas * square)) return undefined;
  const [warned, out] = ([2, 3] as const).map((sigmas) => {
    if (total >= 20) return lead ** 2 > sigmas ** 2 * square;
    const [lower, upper] = plainLimits(sigmas, yes / cases, total);
    return count / total < lower || count / total > upper;
  });
  const letter = out ? "c" : warned ? "b" : "a";
  return lead > 0 ? letter : letter.toUpperCase();
}

/** The rules read off a string of letters, one for each sample. */
function plainSignals(letters: string): readonly PChartSignal[] {
  const found: PChartSignal[] = [];
  const sides = {
    above: letters.replace(/[A-C]/g, "-"),
    below: letters.replace(/[a-c]/g, "-").toLowerCase(),
  };
  for (const side of ["above", "below"] as const) {
    const own = sides[side];
    for (const { index } of own.matchAll(/c/g)) {
      found.push({ kind: "outside-limits", side, first: index, last: index });
    }
    for (let last = 1; last < own.length; last += 1) {
      const window = own.slice(Math.max(0, last - 2), last + 1);
      if (/[bc].?[bc]$/.test(window)) {
        const first = last + 1 - window.length + window.search(/[bc]/);
        found.push({ kind: "two-of-three", side, first, last });
      }
    }
    for (const { index, 0: run } of own.matchAll(/[abc]{8,}/g)) {
      found.push({ kind: "shift", side, first: index, last: index + run.length - 1 });
    }
  }
  return found;
}

const inOrder = (signals: readonly PChartSignal[]) =>
  signals.map(({ last, first, side, kind }) => [last, first, side, kind].join(" ")).toSorted();

/** Shares that drift and jump, so that every rule has something to find. */
const series = fc
  .record({
    sizes: fc.oneof(fc.constant([1, 19]), fc.constant([15, 60]), fc.constant([200, 400])),
    levels: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
      size: "max",
    }),
    // Half of them long enough for a run of eight.
    stays: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 8, max: 15 })),
    noise: fc.array(fc.nat(99), { minLength: 30, maxLength: 30 }),
  })
  .map(({ sizes: [least = 1, most = 1], levels, stays, noise }) =>
    levels.map((_, i): Share => {
      const total = least + ((noise[i] ?? 0) % (most - least + 1));
      const level = levels[i - (i % stays)] ?? 0;
      const wobble = ((noise[29 - i] ?? 0) - 50) / 400;
      return { count: Math.round(total * Math.min(1, Math.max(0, level + wobble))), total };
    }),
  );

test("limits agree with plain sums, and signals with patterns in a string", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(series, (samples) => {
      const { centre, limits, signals } = pChart(samples);
      const yes = samples.reduce((sum, { count }) => sum + count, 0);
      const cases = samples.reduce((sum, { total }) => sum + total, 0);
      const letters = samples.map((sample) => letterOf(sample, yes, cases));
      fc.pre(!letters.includes(undefined));
      const weighted = samples.map(({ count, total }) => (count / total) * (total / cases));
      assertNear(
        centre,
        weighted.reduce((sum, each) => sum + each, 0),
        0,
        1e-12,
      );
      assert.equal(limits.length, samples.length);
      limits.forEach((found, i) => {
        const [lower, upper] = plainLimits(3, centre, samples[i]?.total ?? 0);
        assertNear(found[0], lower, 0, 1e-12);
        assertNear(found[1], upper, 0, 1e-12);
      });
      assert.deepEqual(inOrder(signals), inOrder(plainSignals(letters.join(""))));
      for (const { kind, side } of signals) seen.add(`${kind} ${side}`);
    }),
    { numRuns: 5000 },
  );
  assert.equal(seen.size, 6, "every rule was met on both sides");
});

test("a sample of 19 has exact limits, one of 20 those of three sigma", () => {
  const { limits } = pChart([
    { count: 2, total: 19 },
    { count: 2, total: 20 },
    { count: 6, total: 61 },
  ]);
  // 10 %: P(X ≤ 6 of 19) = .9983, P(X ≤ 7) = .9997.
  assert.deepEqual(limits[0], [0, 7 / 19]);
  assertNear(limits[1]?.[1] ?? 0, 0.1 + 3 * Math.sqrt(0.09 / 20), 1e-12);
});

test("the rules are told in order of time, each with its samples", () => {
  const low = new Array(12).fill(20);
  const { signals } = pChart(of50([...low, 45, 46, ...low.slice(0, 7)]));
  assert.deepEqual(signals, [
    { kind: "shift", side: "below", first: 0, last: 11 },
    { kind: "outside-limits", side: "above", first: 12, last: 12 },
    { kind: "outside-limits", side: "above", first: 13, last: 13 },
    { kind: "two-of-three", side: "above", first: 12, last: 13 },
  ]);
});

test("where all samples are alike nothing is a signal", () => {
  for (const count of [0, 25, 50]) {
    const { centre, signals } = pChart(of50(new Array(12).fill(count)));
    assert.equal(centre, count / 50);
    assert.deepEqual(signals, []);
  }
});

test("without samples, or without cases in one, there is no chart", () => {
  assert.throws(() => pChart([]), /no samples/);
  assert.throws(() => pChart([{ count: 0, total: 0 }]), /no share/);
  assert.throws(() => pChart([{ count: 3, total: 2 }]), /no share/);
  for (const bad of [-1, 0.5, Number.NaN]) {
    assert.throws(() => pChart([{ count: bad, total: 2 }]), /no number of cases/);
    assert.throws(() => pChart([{ count: 0, total: bad }]), /no number of cases/);
  }
});
