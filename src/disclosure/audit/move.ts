import type { Component } from "./component.ts";

/** Steps from the true table to another possible one: columns with a whole step each, none of them 0. */
export type Move = readonly (readonly [column: number, step: number])[];

/** The rows of each column, packed like the columns of each row. */
export type Columns = {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly factors: Float64Array;
};

export function columnsOf({ down, starts, columns, factors }: Component): Columns {
  const sizes = new Int32Array(down.length + 1);
  for (const column of columns) sizes[column + 1] = (sizes[column + 1] ?? 0) + 1;
  for (let at = 1; at < sizes.length; at++) sizes[at] = (sizes[at] ?? 0) + (sizes[at - 1] ?? 0);
  const next = sizes.slice();
  const turned = {
    starts: sizes,
    rows: new Int32Array(columns.length),
    factors: new Float64Array(columns.length),
  };
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0;
      const place = next[column] ?? 0;
      next[column] = place + 1;
      turned.rows[place] = row;
      turned.factors[place] = factors[at] ?? 0;
    }
  }
  return turned;
}

/** The shortest move in the same direction: it can be taken more often. */
export function shortened(move: Move): Move {
  const divisor = move.reduce((common, [, step]) => greatestDivisor(common, Math.abs(step)), 0);
  return divisor > 1 ? move.map(([column, step]) => [column, step / divisor] as const) : move;
}

function greatestDivisor(one: number, other: number): number {
  let [low, high] = [one, other];
  while (high !== 0) [low, high] = [high, low % high];
  return low;
}

/** The proof: whole steps, and every row that it touches adds up to nought in exact arithmetic. */
export function isPossible(turned: Columns, move: Move): boolean {
  const sums = new Map<number, number>();
  for (const [column, step] of move) {
    if (!Number.isSafeInteger(step)) return false;
    for (let at = turned.starts[column] ?? 0; at < (turned.starts[column + 1] ?? 0); at++) {
      const row = turned.rows[at] ?? 0;
      sums.set(row, (sums.get(row) ?? 0) + step * (turned.factors[at] ?? 0));
    }
  }
  return [...sums.values()].every((sum) => sum === 0);
}

/**
 * A solver's answer as moves: each part of it that hangs together in rows of its own is one. Parts that
 * are not whole numbers, or do not add up exactly, prove nothing and are left out.
 */
export function movesWithin(
  { starts, columns }: Component,
  turned: Columns,
  steps: ArrayLike<number>,
): readonly Move[] {
  const seen = new Uint8Array(steps.length);
  const moves: Move[] = [];
  const isMoved = (column: number) => Math.abs(steps[column] ?? 0) > almostNothing;
  for (let first = 0; first < steps.length; first++) {
    if (seen[first] === 1 || !isMoved(first)) continue;
    seen[first] = 1;
    const part = [first];
    for (const column of part) {
      for (let at = turned.starts[column] ?? 0; at < (turned.starts[column + 1] ?? 0); at++) {
        const row = turned.rows[at] ?? 0;
        for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
          const other = columns[entry] ?? 0;
          if (seen[other] === 1 || !isMoved(other)) continue;
          seen[other] = 1;
          part.push(other);
        }
      }
    }
    const move = part.map((column) => [column, Math.round(steps[column] ?? 0)] as const);
    const isWhole = move.every(([column, step]) => isNear(steps[column] ?? 0, step));
    if (isWhole && isPossible(turned, move)) moves.push(move);
  }
  return moves;
}

const almostNothing = 1e-6;

function isNear(found: number, whole: number): boolean {
  return Math.abs(found - whole) <= almostNothing;
}
