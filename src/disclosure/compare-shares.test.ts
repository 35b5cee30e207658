import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  differenceOf,
  differs,
  funnelLimitsAround,
  funnelPlace,
  intervalOf,
  leads,
  seriesLimits,
  seriesSignals,
} from "./compare-shares.ts";

test("the published difference 56/70 − 48/80 leaves zero out, also among two comparisons", () => {
  const [one, other] = [
    { count: 56, total: 70 },
    { count: 48, total: 80 },
  ];
  const interval = differenceOf(one, other)?.interval.map((limit) => limit.toFixed(4));
  assert.deepEqual(interval, ["0.0524", "0.3339"]);
  assert.ok(differs(one, other) && differs(one, other, 2));
});

test("the more comparisons, the fewer differ", () => {
  const share = fc
    .integer({ min: 1, max: 200 })
    .chain((total) =>
      fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }),
    );
  fc.assert(
    fc.property(share, share, fc.integer({ min: 2, max: 20 }), (one, other, many) => {
      assert.ok(!differs(one, other, many) || differs(one, other));
      assert.equal(differs(one, other), differs(other, one));
    }),
  );
});

test("without cases there is nothing to compare", () => {
  const empty = { count: 0, total: 0 };
  assert.equal(differenceOf(empty, { count: 1, total: 2 }), null);
  assert.equal(differs({ count: 1, total: 2 }, empty), false);
});

test("one answer leads another where a coin would seldom do it", () => {
  assert.deepEqual(
    [leads(14, 12), leads(24, 9), leads(5, 5), leads(0, 0), leads(7, 0)],
    [false, true, false, false, true],
  );
});

test("a place is outside only where its own tail is that rare", () => {
  const tail = (count: number, total: number, theta: number, isUpper: boolean) => {
    let sum = 0;
    let probability = (1 - theta) ** total;
    for (let k = 0; k <= total; k += 1) {
      if (isUpper ? k >= count : k <= count) sum += probability;
      probability *= ((total - k) / (k + 1)) * (theta / (1 - theta));
    }
    return sum;
  };
  for (const total of [10, 30, 45, 100]) {
    for (let count = 0; count <= total; count += 1) {
      const { place } = funnelPlace({ count, total }, { count: 57, total: 100 });
      const [upper, lower] = [tail(count, total, 0.57, true), tail(count, total, 0.57, false)];
      const expected =
        upper <= 0.001
          ? "far-above"
          : lower < 0.001
            ? "far-below"
            : upper <= 0.025
              ? "above"
              : lower < 0.025
                ? "below"
                : "within";
      assert.equal(place, expected, `${count} of ${total}`);
    }
  }
});

test("empty steps of time are passed over, and signals keep their places", () => {
  const quiet = { count: 4, total: 40 };
  const signals = seriesSignals([
    quiet,
    { count: 0, total: 0 },
    quiet,
    { count: 30, total: 40 },
    quiet,
  ]);
  assert.deepEqual(
    signals.filter(({ kind }) => kind === "outside-limits").map(({ first, side }) => [first, side]),
    [[3, "above"]],
  );
  assert.deepEqual(seriesSignals([{ count: 0, total: 0 }]), []);
});

test("a funnel's lines at 30 and 100 cases around 57 per cent, as published", () => {
  const around = (total: number) => funnelLimitsAround({ count: 57, total: 100 }, total);
  const rounded = (limits: readonly number[]) => limits.map((limit) => limit.toFixed(4));
  assert.deepEqual(rounded(around(30).inner), ["0.3733", "0.7285"]);
  assert.deepEqual(rounded(around(100).inner), ["0.4672", "0.6613"]);
  const [inner, outer] = [around(30).inner, around(30).outer];
  assert.ok(outer[0] < inner[0] && inner[1] < outer[1]);
});

test("a share without cases has no interval; one of a single case has", () => {
  assert.equal(intervalOf({ count: 0, total: 0 }), null);
  const rounded = (count: number, total: number) =>
    intervalOf({ count, total })?.map((limit) => limit.toFixed(3));
  assert.deepEqual(rounded(1, 1), ["0.207", "1.000"]);
  assert.deepEqual(rounded(0, 1), ["0.000", "0.793"]);
});

test("what is as often as the other neither differs nor leads, whichever way round it is asked", () => {
  const half = { count: 50, total: 100 };
  const more = { count: 80, total: 100 };
  assert.equal(differs(half, half), false);
  assert.deepEqual([differs(half, more), differs(more, half)], [true, true]);
  assert.equal(differs({ count: 0, total: 0 }, more), false);
  assert.equal(differenceOf({ count: 0, total: 0 }, more), null);
  assert.equal(differenceOf(half, { count: 1, total: 1 }) === null, false);
  // 7 of 7 and 0 of 0: a first answer that is not more leads nothing.
  assert.deepEqual([leads(0, 7), leads(4, 0), leads(3, 0)], [false, true, false]);
});

test("so many comparisons as to move the limit over zero", () => {
  const one = { count: 56, total: 70 };
  const other = { count: 48, total: 80 };
  const last = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((many) => differs(one, other, many)).at(-1);
  assert.equal(last, 6);
});

test("a series is drawn around the share of all its steps; a step without cases has no limits", () => {
  const empty = { count: 0, total: 0 };
  const { centre, limits } = seriesLimits([
    { count: 10, total: 40 },
    empty,
    { count: 30, total: 40 },
  ]);
  assert.equal(centre, 0.5);
  assert.deepEqual(
    limits.map((each) => each?.map((limit) => limit.toFixed(3)) ?? null),
    [["0.263", "0.737"], null, ["0.263", "0.737"]],
  );
  assert.deepEqual(seriesLimits([empty, empty]), { centre: null, limits: [null, null] });
  assert.deepEqual(seriesLimits([]), { centre: null, limits: [] });
  assert.equal(seriesLimits([{ count: 0, total: 1 }]).centre, 0);
});
