import { chainOf, newTally, tallyStanding } from "./chain-tally.ts";
import { intervalOf, isAmong, isInBase } from "./counted-share.ts";
import type { Cells } from "./counting/counter.ts";
import type { Counts } from "./raw-table.ts";
import type { Reading } from "./reading.ts";
import type { NestedStep } from "./table-specification.ts";

/** Who is counted in one step is who the next asks about; whoever is not in its base is in no number. */
export function foldNested(
  steps: readonly NestedStep[],
  readings: readonly Reading[],
  { size, rows }: Cells,
): Counts {
  const tally = newTally();
  const counted = steps.map((step, index) => {
    const reading = readings[index];
    if (!reading) throw new Error(`nothing is read of ${step.variable}`);
    const isCounted = isAmong(reading, step.codes);
    return { reading, isCounted, base: step.base, numerator: 0, denominator: 0 };
  });
  for (let cell = 0; cell < size; cell++) {
    const count = rows[cell] ?? 0;
    tallyStanding(tally, counted[0]?.reading.standingOf(cell) ?? 0, count);
    for (const step of counted) {
      if (!isInBase(step.base, step.reading.standingOf(cell))) break;
      step.denominator += count;
      if (!step.isCounted(cell)) break;
      step.numerator += count;
    }
  }
  return {
    kind: "nested",
    base: chainOf(tally),
    steps: counted.map(({ numerator, denominator }) => ({
      numerator,
      denominator,
      interval: intervalOf(numerator, denominator),
    })),
  };
}
