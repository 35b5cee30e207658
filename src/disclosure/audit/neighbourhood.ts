import type { Component } from "./component.ts";
import type { Columns } from "./move.ts";
import type { Limits } from "./sight.ts";

/** A part of a component, in which all other columns stand still. */
export type Neighbourhood = {
  /** The target is its first column. */
  readonly part: Component;
  /** Steps of the part's columns as steps of all. */
  readonly spread: (steps: Float64Array) => Float64Array;
};

/**
 * The columns nearest to the target, row by row. A move within them is a move of the whole: tables far
 * away seldom help, and a small program is solved a thousand times faster than a large one.
 */
export function neighbourhoodOf(
  component: Component,
  turned: Columns,
  { down, up }: Limits,
  target: number,
  size: number,
): Neighbourhood {
  const { starts, columns, factors } = component;
  const placeOf = new Map([[target, 0]]);
  const rows = new Set<number>();
  const nearest = [target];
  for (const column of nearest) {
    for (let at = turned.starts[column] ?? 0; at < (turned.starts[column + 1] ?? 0); at++) {
      const row = turned.rows[at] ?? 0;
      rows.add(row);
      for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
        const other = columns[entry] ?? 0;
        const mayMove = (down[other] ?? 0) < 0 || (up[other] ?? 0) > 0;
        if (nearest.length >= size || !mayMove || placeOf.has(other)) continue;
        placeOf.set(other, nearest.length);
        nearest.push(other);
      }
    }
  }
  const part = { starts: [0], columns: [] as number[], factors: [] as number[] };
  for (const row of rows) {
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const place = placeOf.get(columns[entry] ?? 0);
      if (place === undefined) continue;
      part.columns.push(place);
      part.factors.push(factors[entry] ?? 0);
    }
    part.starts.push(part.columns.length);
  }
  return {
    spread: (steps) => {
      const all = new Float64Array(down.length);
      steps.forEach((step, place) => {
        all[nearest[place] ?? 0] = step;
      });
      return all;
    },
    part: {
      starts: Int32Array.from(part.starts),
      columns: Int32Array.from(part.columns),
      factors: Float64Array.from(part.factors),
      down: Float64Array.from(nearest, (column) => down[column] ?? 0),
      up: Float64Array.from(nearest, (column) => up[column] ?? 0),
    },
  };
}
