import type { Component } from "../component.ts";

export type Matrix = readonly (readonly number[])[];

/** A component of these rows, where each column may go so far down and up. */
export function componentOf(
  matrix: Matrix,
  down: number | readonly number[] = -9,
  up: number | readonly number[] = 9,
): Component {
  const width = matrix[0]?.length ?? 0;
  const entries = matrix.map((row) =>
    row.flatMap((factor, column) => (factor === 0 ? [] : [{ factor, column }])),
  );
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length);
  const limit = (of: number | readonly number[]) =>
    typeof of === "number" ? new Float64Array(width).fill(of) : Float64Array.from(of);
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(entries.flat(), ({ column }) => column),
    factors: Float64Array.from(entries.flat(), ({ factor }) => factor),
    down: limit(down),
    up: limit(up),
  };
}
