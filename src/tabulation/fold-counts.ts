import { chainOf, newTally, tallyStanding } from "./chain-tally.ts";
import { foldChange } from "./change/fold-change.ts";
import { intervalOf, isAmong, isInBase } from "./counted-share.ts";
import type { Cells } from "./counting/counter.ts";
import type { ChangeAxis, CountingPlan } from "./counting-plan.ts";
import { isAnswered, isUnplaced, isValid } from "./extract/standing.ts";
import { foldCrossing } from "./fold-crossing.ts";
import { foldNested } from "./fold-nested.ts";
import { breaksIn } from "./harmonise/versions-axis.ts";
import type { Counts, OptionCount } from "./raw-table.ts";
import { mostPlaces, type Reading, readAxis } from "./reading.ts";
import type { Chain } from "./statistics/chain.ts";
import { missingBounds } from "./statistics/missing-bounds.ts";
import type { Interval } from "./statistics/wilson.ts";
import type { Measure } from "./table-specification.ts";

/**
 * From the finest cells to what a table tells.
 * @param seen what was counted for `versions`.
 */
export function foldCounts(
  measure: Measure,
  { axes, change, versions }: Pick<CountingPlan, "axes" | "change" | "versions">,
  cells: Cells,
  seen?: Cells,
): Counts {
  if (change) return foldChange(change.stored, countedChanges(change, cells));
  const readings = axes.map((axis) => readAxis(axis, cells));
  const [reading] = readings;
  if (measure.kind === "cases") return { kind: "cases", cases: total(cells) };
  if (reading === undefined) throw new Error(`${measure.kind} of nothing`);
  switch (measure.kind) {
    case "frequencies":
      return foldFrequencies(reading, cells);
    case "share":
      return foldShare(measure, reading, cells);
    case "mean-distinct":
      return foldMean(measure.base, reading, cells);
    case "nested":
      return foldNested(measure.steps, readings, cells);
    case "crossing":
      return foldCrossing(
        axes,
        readings,
        cells,
        versions && seen ? breaksIn(versions.axis, versions.request, seen) : [],
      );
    case "change":
      throw new Error("a change without its columns");
  }
}

function countedChanges({ at }: ChangeAxis, { size, values, rows }: Cells) {
  return Array.from({ length: size }, (_, cell) => ({
    values: at.map((column) => values[column]?.[cell] ?? 0),
    count: rows[cell] ?? 0,
  }));
}

function foldFrequencies(reading: Reading, { size, rows }: Cells): Counts {
  const { listed } = reading;
  const counts = new Float64Array(listed.length);
  const tally = newTally();
  const places = new Uint16Array(mostPlaces);
  for (let cell = 0; cell < size; cell++) {
    const count = rows[cell] ?? 0;
    tallyStanding(tally, reading.standingOf(cell), count);
    const given = reading.placesOf(cell, places);
    for (let index = 0; index < given; index++) {
      const place = places[index] ?? 0;
      counts[place] = (counts[place] ?? 0) + count;
    }
  }
  const base = chainOf(tally);
  const options = listed.map(({ code, isMissing }, place): OptionCount => {
    const count = counts[place] ?? 0;
    const interval = isAnswered(code) ? intervalOf(count, base.answered) : null;
    return { code, isMissing, count, interval };
  });
  return { kind: "frequencies", base, rows: options };
}

function foldShare(
  { codes, base: over }: Measure & { readonly kind: "share" },
  reading: Reading,
  { size, rows }: Cells,
): Counts {
  const isCounted = isAmong(reading, codes);
  const tally = newTally();
  let numerator = 0;
  let unknown = 0;
  for (let cell = 0; cell < size; cell++) {
    const count = rows[cell] ?? 0;
    const standing = reading.standingOf(cell);
    tallyStanding(tally, standing, count);
    if (!isInBase(over, standing)) continue;
    if (isUnplaced(standing)) unknown += count;
    else if (isCounted(cell)) numerator += count;
  }
  const base = chainOf(tally);
  const denominator = base[over];
  const interval = intervalOf(numerator, denominator);
  // What an answer without a counterpart would be now is as unknown as one that is missing.
  const bounds = boundsOf(numerator, denominator - unknown, base);
  return { kind: "share", base, numerator, denominator, interval, bounds };
}

function foldMean(over: "answered" | "valid", reading: Reading, { size, rows }: Cells): Counts {
  const cases = new Map<number, number>();
  const tally = newTally();
  const places = new Uint16Array(mostPlaces);
  let sum = 0;
  for (let cell = 0; cell < size; cell++) {
    const count = rows[cell] ?? 0;
    const standing = reading.standingOf(cell);
    tallyStanding(tally, standing, count);
    if (!isInBase(over, standing)) continue;
    const distinct = isValid(standing) ? reading.placesOf(cell, places) : 0;
    sum += distinct * count;
    cases.set(distinct, (cases.get(distinct) ?? 0) + count);
  }
  const base = chainOf(tally);
  const distribution = [...cases]
    .map(([distinct, cases]) => ({ distinct, cases }))
    .sort((one, other) => one.distinct - other.distinct);
  return { kind: "mean-distinct", base, total: sum, denominator: base[over], distribution };
}

function boundsOf(numerator: number, known: number, { eligible }: Chain): Interval | null {
  if (eligible === 0) return null;
  const { lowest, highest } = missingBounds(numerator, known, eligible);
  return [lowest, highest];
}

function total({ rows }: Cells): number {
  let sum = 0;
  for (const count of rows) sum += count;
  return sum;
}
