import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { binomialCdf, binomialProbability } from "./distributions/binomial.ts";
import { chiSquaredSurvival } from "./distributions/chi-squared.ts";
import { incompleteBeta } from "./distributions/incomplete-beta.ts";
import { normalCdf } from "./distributions/normal.ts";
import { funnelLimits } from "./funnel-limits.ts";
import { cohenKappa, fleissKappa } from "./kappa.ts";
import { mcnemar } from "./mcnemar.ts";
import { netChange } from "./net-change.ts";
import { newcombeDifference } from "./newcombe.ts";
import { pChart } from "./p-chart.ts";
import { pairedNewcombe } from "./paired-newcombe.ts";
import { stuartMaxwell } from "./stuart-maxwell.ts";
import { assertNear } from "./testing/near.ts";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank.ts";
import { type Interval, wilsonInterval } from "./wilson.ts";

/**
 * Results computed by others, with the scripts that made them, in `oracle/`. What is a closed formula
 * agrees to the last digits but those that the order of adding costs; what rests on a distribution to
 * those that both sides promise.
 */
const closedForm = 1e-12;
const distribution = 1e-10;

type Oracle = {
  readonly by: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
};

/** @param agrees given one stored row by the names of its columns. */
function testOracle<Row>(says: string, name: string, agrees: (row: Row) => void): void {
  const file = new URL(`./oracle/${name}.json`, import.meta.url);
  const { by, columns, rows }: Oracle = JSON.parse(readFileSync(file, "utf8"));
  test(`${says}, in ${rows.length} results by ${by}`, () => {
    assert.ok(rows.length >= 500);
    for (const row of rows) {
      try {
        agrees(Object.fromEntries(columns.map((column, i) => [column, row[i]])) as Row);
      } catch (cause) {
        throw new Error(`does not agree at ${JSON.stringify(row)}`, { cause });
      }
    }
  });
}

type Limits = { readonly lower: number; readonly upper: number };

function assertLimits(found: Interval, { lower, upper }: Limits, relative = 0): void {
  // A limit may be 0, or the difference of two shares: so near 0 only the absolute error says anything.
  assertNear(found[0], lower, relative, closedForm);
  assertNear(found[1], upper, relative, closedForm);
}

/** Row by row, as they are written. */
function square(cells: readonly number[], levels: number): readonly (readonly number[])[] {
  return Array.from({ length: levels }, (_, i) => cells.slice(i * levels, (i + 1) * levels));
}

testOracle(
  "Wilson's interval",
  "wilson",
  ({ x, n, z, ...limits }: Limits & { x: number; n: number; z: number }) =>
    assertLimits(wilsonInterval(x, n, z), limits),
);

testOracle(
  "Clopper and Pearson's interval",
  "clopper-pearson",
  ({ x, n, alpha, ...limits }: Limits & { x: number; n: number; alpha: number }) =>
    assertLimits(clopperPearsonInterval(x, n, alpha), limits, distribution),
);

testOracle(
  "the difference between two groups",
  "newcombe",
  (
    row: Limits & {
      count: number;
      total: number;
      otherCount: number;
      otherTotal: number;
      difference: number;
    },
  ) => {
    const other = { count: row.otherCount, total: row.otherTotal };
    const { difference, interval } = newcombeDifference(row, other);
    assertNear(difference, row.difference, 0, closedForm);
    assertLimits(interval, row);
  },
);

testOracle(
  "the difference between two moments",
  "paired-newcombe",
  (row: Limits & Parameters<typeof pairedNewcombe>[0] & { difference: number }) => {
    const { difference, interval } = pairedNewcombe(row);
    assertNear(difference, row.difference, 0, closedForm);
    // A root of a difference that is all rounding where the two shares go wholly together.
    assertNear(interval[0], row.lower, 0, distribution);
    assertNear(interval[1], row.upper, 0, distribution);
  },
);

testOracle(
  "net change",
  "net-change",
  (row: Limits & Parameters<typeof netChange>[0] & { difference: number }) => {
    const { difference, interval } = netChange(row);
    assertNear(difference, row.difference, 0, closedForm);
    // The formula itself may leave what a difference can be; ours is cut there.
    const limits = { lower: Math.max(-1, row.lower), upper: Math.min(1, row.upper) };
    assertLimits(interval, limits);
  },
);

testOracle(
  "McNemar's tests",
  "mcnemar",
  (row: { b: number; c: number; chiSquared: number; exact: number; midP: number }) => {
    const found = mcnemar(row.b, row.c);
    assertNear(found.chiSquared, row.chiSquared, closedForm);
    assertNear(found.exact, row.exact, distribution);
    assertNear(found.midP, row.midP, distribution);
  },
);

type Square = { readonly levels: number; readonly cells: readonly number[] };

testOracle(
  "Stuart and Maxwell's test",
  "stuart-maxwell",
  (row: Square & { chiSquared: number; degreesOfFreedom: number; p: number }) => {
    const found = stuartMaxwell(square(row.cells, row.levels));
    // Theirs inverts a matrix, which costs digits where some levels are hardly ever left.
    assertNear(found.chiSquared, row.chiSquared, 1e-9, 1e-9);
    assert.equal(found.degreesOfFreedom, row.degreesOfFreedom);
    assertNear(found.p, row.p, 1e-9, 1e-12);
  },
);

testOracle(
  "Wilcoxon's signed rank test with Pratt's zeros",
  "wilcoxon",
  (row: {
    differences: readonly number[];
    sumPositive: number;
    exact: number | null;
    asymptotic: number;
  }) => {
    const { statistic, p, isExact } = wilcoxonSignedRank(row.differences);
    assert.equal(statistic, row.sumPositive);
    assert.equal(isExact, row.exact !== null);
    assertNear(p, row.exact ?? row.asymptotic, distribution, 1e-14);
  },
);

testOracle(
  "the limits of a funnel",
  "funnel",
  (row: {
    theta: number;
    n: number;
    "p0.001": number;
    "p0.025": number;
    "p0.975": number;
    "p0.999": number;
  }) => {
    const { inner, outer } = funnelLimits(row.theta, row.n);
    // Drawn on an axis that begins at 0, where the formula may go below.
    for (const [found, expected] of [
      [inner[0], row["p0.025"]],
      [inner[1], row["p0.975"]],
      [outer[0], row["p0.001"]],
      [outer[1], row["p0.999"]],
    ] as const) {
      assertNear(found, Math.max(0, expected), distribution, closedForm);
    }
  },
);

testOracle(
  "the limits of a p-chart",
  "p-chart",
  (row: {
    counts: readonly number[];
    totals: readonly number[];
    centre: number;
    lower: readonly number[];
    upper: readonly number[];
  }) => {
    const samples = row.totals.map((total, i) => ({ count: row.counts[i] ?? 0, total }));
    const { centre, limits } = pChart(samples);
    assertNear(centre, row.centre, closedForm);
    assert.equal(limits.length, row.lower.length);
    for (const [i, found] of limits.entries()) {
      const limit = { lower: row.lower[i] ?? Number.NaN, upper: row.upper[i] ?? Number.NaN };
      assertLimits(found, limit);
    }
  },
);

testOracle(
  "Cohen's kappa and its standard error",
  "cohen-kappa",
  (row: Square & { kappa: number; standardError: number }) => {
    const found = cohenKappa(square(row.cells, row.levels));
    assertNear(found?.kappa ?? Number.NaN, row.kappa, 0, closedForm);
    // A root: where the error is 0 rounding leaves theirs at 10⁻⁷.
    assertNear(found?.standardError ?? Number.NaN, row.standardError, 1e-9, 1e-7);
  },
);

testOracle(
  "Fleiss' kappa",
  "fleiss-kappa",
  (row: { counts: readonly (readonly number[])[]; kappa: number }) =>
    assertNear(fleissKappa(row.counts)?.kappa ?? Number.NaN, row.kappa, 0, closedForm),
);

testOracle(
  "the distributions that they rest on",
  "distributions",
  (
    row: Record<"x" | "normal" | "chiSquared" | "degrees" | "chiSquaredTail", number> &
      Record<"r" | "n" | "p" | "cumulative" | "density" | "a" | "b" | "beta", number>,
  ) => {
    assertNear(normalCdf(row.x), row.normal, distribution);
    assertNear(chiSquaredSurvival(row.chiSquared, row.degrees), row.chiSquaredTail, distribution);
    assertNear(binomialCdf(row.r, row.n, row.p), row.cumulative, distribution, 1e-300);
    assertNear(binomialProbability(row.r, row.n, row.p), row.density, distribution, 1e-300);
    assertNear(incompleteBeta(row.p, row.a, row.b), row.beta, distribution, 1e-300);
  },
);
