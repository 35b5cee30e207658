import type { Cells } from "./counting/counter.ts";
import type { Axis } from "./counting-plan.ts";
import { noQuarter, stepCode, stepNumber } from "./extract/quarter-number.ts";
import { standing } from "./extract/standing.ts";
import { readQuestion } from "./reading-question.ts";

export type Listed = { readonly code: number; readonly isMissing: boolean };

/** What the cells say along one dimension. */
export type Reading = {
  /** What a table of it lists, in order. */
  readonly listed: readonly Listed[];
  /** Where the cell's rows stand in the chain of denominators. */
  readonly standingOf: (cell: number) => number;
  /**
   * Writes the places in `listed` that the cell belongs to, each once, from the beginning of `into`.
   * @returns how many; 0: it belongs to none.
   */
  readonly placesOf: (cell: number, into: Uint16Array) => number;
};

/** No cell belongs to more places of one dimension. */
export const mostPlaces = 256;

export function readAxis(axis: Axis, cells: Cells): Reading {
  switch (axis.kind) {
    case "question":
      return readQuestion(axis, cells);
    case "time":
      return readTime(axis, cells);
    case "duration":
      return readDuration(axis, cells);
  }
}

/**
 * Every step from the first to the last that has cases, also those without. A cohort is told of from its
 * own beginning; to its end nobody knows what is still to come.
 */
function readTime(axis: Axis & { readonly kind: "time" }, { values }: Cells): Reading {
  const { step, from } = axis;
  const quarters = values[axis.at[0] ?? -1] ?? new Uint32Array();
  let first = from ?? Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const quarter of quarters) {
    if (quarter === noQuarter) continue;
    first = Math.min(first, quarter);
    last = Math.max(last, quarter);
  }
  const start = stepNumber(first, step);
  const length = first > last ? 0 : stepNumber(last, step) - start + 1;
  return known(
    Array.from({ length }, (_, index) => stepCode(start + index, step)),
    (cell) => {
      const quarter = quarters[cell] ?? noQuarter;
      return quarter === noQuarter ? -1 : stepNumber(quarter, step) - start;
    },
  );
}

/** A class is named by the least number of quarters that belongs to it. */
function readDuration(axis: Axis & { readonly kind: "duration" }, { values }: Cells): Reading {
  const [started, closed] = axis.at.map((at) => values[at] ?? new Uint32Array());
  return known(axis.from, (cell) => {
    const start = started?.[cell] ?? noQuarter;
    // Closed later, it stood open on that day.
    const end = Math.min(closed?.[cell] || axis.asAt, axis.asAt);
    if (start === noQuarter || end < start) return -1;
    return axis.from.findLastIndex((least) => least <= end - start);
  });
}

/** What is known of every case, but for those whose place is −1. */
function known(codes: readonly number[], placeOf: (cell: number) => number): Reading {
  return {
    listed: codes.map((code) => ({ code, isMissing: false })),
    standingOf: (cell) => (placeOf(cell) < 0 ? standing.notAnswered : standing.answered),
    placesOf: (cell, into) => {
      const place = placeOf(cell);
      if (place < 0) return 0;
      into[0] = place;
      return 1;
    },
  };
}
