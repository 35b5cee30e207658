import type { Component } from "./component.ts";
import { type Columns, isPossible, type Move } from "./move.ts";
import type { Limits } from "./sight.ts";

/** Tables that are tried for one move; and cells of a row that are tried to mend it. */
export const mostTables = 400;
const mostMenders = 40;

type Try = {
  readonly before: Opened | undefined;
  readonly column: number;
  readonly step: number;
};

type Opened = Try & {
  readonly size: number;
  /** Rows that do not add up yet, with what they are too much by. */
  readonly broken: ReadonlyMap<number, number>;
};

/** `from`: steps that are taken already, of a table that is possible. */
type LimitsFrom = Limits & { readonly from: ReadonlyMap<number, number> };

/**
 * A cheap certificate: the target takes the step, a row that no longer adds up is mended by another of
 * its cells, and so on until all do: in a plain table an alternating cycle. What needs fewest cells is
 * tried first. Finds one often, not always; `undefined` says nothing.
 */
export function findMove(
  { starts, columns, factors }: Component,
  turned: Columns,
  { down, up, from }: LimitsFrom,
  target: number,
  step: number,
  mostTries: number,
): Move | undefined {
  const isWithin = (column: number, taken: number) => {
    const end = (from.get(column) ?? 0) + taken;
    return end >= (down[column] ?? 0) && end <= (up[column] ?? 0);
  };
  if (!isWithin(target, step)) return undefined;
  const waiting: Try[][] = [];
  /** Counted only: most are never looked at again. */
  function wait(before: Opened | undefined, column: number, taken: number): void {
    let cost = (before?.size ?? 0) + 1 + (before?.broken.size ?? 0);
    for (let at = turned.starts[column] ?? 0; at < (turned.starts[column + 1] ?? 0); at++) {
      const sum = before?.broken.get(turned.rows[at] ?? 0);
      if (sum === undefined) cost++;
      else if (sum + taken * (turned.factors[at] ?? 0) === 0) cost--;
    }
    const alike = waiting[cost] ?? [];
    alike.push({ before, column, step: taken });
    waiting[cost] = alike;
  }
  function open({ before, column, step: taken }: Try): Opened {
    const broken = new Map(before?.broken);
    for (let at = turned.starts[column] ?? 0; at < (turned.starts[column + 1] ?? 0); at++) {
      const row = turned.rows[at] ?? 0;
      const sum = (broken.get(row) ?? 0) + taken * (turned.factors[at] ?? 0);
      if (sum === 0) broken.delete(row);
      else broken.set(row, sum);
    }
    return { before, column, step: taken, size: (before?.size ?? 0) + 1, broken };
  }
  wait(undefined, target, step);
  for (let tries = 0; tries < mostTries; tries++) {
    // Of the cheapest the latest: it is nearest to its end.
    const next = waiting.find((each) => each !== undefined && each.length > 0)?.pop();
    if (!next) return undefined;
    const found = open(next);
    if (found.broken.size === 0) {
      const move = moveOf(found);
      return isPossible(turned, move) ? move : undefined;
    }
    const [row, sum] = narrowest(starts, found.broken);
    let menders = 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0) && menders < mostMenders; at++) {
      const column = columns[at] ?? 0;
      const mending = -sum / (factors[at] ?? 1);
      const isAllowed =
        Number.isInteger(mending) && isWithin(column, mending) && !isPartOf(found, column);
      if (!isAllowed) continue;
      menders++;
      wait(found, column, mending);
    }
  }
  return undefined;
}

function narrowest(
  starts: Int32Array,
  broken: ReadonlyMap<number, number>,
): readonly [row: number, sum: number] {
  let found: readonly [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (const entry of broken) {
    const size = (starts[entry[0] + 1] ?? 0) - (starts[entry[0]] ?? 0);
    if (size < least) [found, least] = [entry, size];
  }
  return found;
}

function isPartOf(last: Opened, column: number): boolean {
  for (let at: Opened | undefined = last; at; at = at.before) if (at.column === column) return true;
  return false;
}

function moveOf(last: Opened): Move {
  const move: [number, number][] = [];
  for (let at: Opened | undefined = last; at; at = at.before) move.push([at.column, at.step]);
  return move;
}
