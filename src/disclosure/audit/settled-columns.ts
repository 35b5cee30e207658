import { seededRandomness } from "#kernel";
import type { Component } from "./component.ts";
import type { Limits } from "./sight.ts";

/** 2²⁶ − 5, the largest prime below 2²⁶: a product of two remainders is exact as a number. */
const prime = 67_108_859;

/**
 * First attack: which of the columns are settled by the equations alone, without a thought of what a
 * count can be. A column is settled if its unit vector lies in the row space, modulo a prime: then every
 * solution of «all rows are 0» has 0 there. One solution drawn from all shows it: where it is not 0 the
 * column is open, surely; where it is 0 the column is settled, but for one chance in 67 million of
 * hiding too much. A column settled over the fractions alone (the prime divides a minor of the
 * relations, whose factors are small) would be narrow as well, and met by the second attack.
 */
export function settledColumns(
  { starts, columns, factors }: Component,
  { down, up }: Limits,
  targets: readonly number[],
): readonly number[] {
  if (targets.length === 0) return [];
  const isFixed = (column: number) => down[column] === 0 && up[column] === 0;
  const rows: Row[] = [];
  for (let row = 0; row + 1 < starts.length; row++) {
    const entries: Row = new Map();
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0;
      const factor = modulo(factors[at] ?? 0);
      if (!isFixed(column) && factor !== 0) entries.set(column, factor);
    }
    if (entries.size > 0) rows.push(entries);
  }
  const steps = eliminate(rows, down.length);
  const pivots = new Set(steps.map(({ pivot }) => pivot));
  // Always the same draw: the audit of the same release is the same.
  const { below } = seededRandomness(1);
  const solution = Float64Array.from(down, (_, column) =>
    pivots.has(column) || isFixed(column) ? 0 : below(prime),
  );
  for (const { pivot, row } of steps.toReversed()) {
    let sum = 0;
    for (const [column, factor] of row) {
      if (column !== pivot) sum = (sum + factor * (solution[column] ?? 0)) % prime;
    }
    solution[pivot] = (((prime - sum) % prime) * inverse(row.get(pivot) ?? 1)) % prime;
  }
  return targets.filter((column) => solution[column] === 0);
}

type Row = Map<number, number>;
type Step = { readonly pivot: number; readonly row: Row };

/**
 * Each step takes a row away and frees the others of its pivot. A column that only one row holds costs
 * nothing; else the shortest row goes first, by the column that fewest others hold.
 */
function eliminate(rows: readonly Row[], width: number): readonly Step[] {
  const holders = Array.from({ length: width }, () => new Set<Row>());
  for (const row of rows) for (const column of row.keys()) holders[column]?.add(row);
  const left = new Set(rows);
  const steps: Step[] = [];
  const single = holders.flatMap((each, column) => (each.size === 1 ? [column] : []));
  function take(row: Row, pivot: number): void {
    left.delete(row);
    for (const column of row.keys()) {
      holders[column]?.delete(row);
      if (holders[column]?.size === 1) single.push(column);
    }
    steps.push({ pivot, row });
  }
  while (left.size > 0) {
    const column = single.pop();
    if (column !== undefined) {
      const [row, another] = holders[column] ?? [];
      // Since it was noted others may have come to hold it.
      if (row && !another) take(row, column);
      continue;
    }
    const row = shortest(left);
    if (row.size === 0) {
      left.delete(row);
      continue;
    }
    let pivot = -1;
    for (const each of row.keys()) {
      if (pivot < 0 || (holders[each]?.size ?? 0) < (holders[pivot]?.size ?? 0)) pivot = each;
    }
    const others = [...(holders[pivot] ?? [])].filter((other) => other !== row);
    take(row, pivot);
    const scale = inverse(row.get(pivot) ?? 1);
    for (const other of others) {
      const factor = ((other.get(pivot) ?? 0) * scale) % prime;
      for (const [each, value] of row) {
        const next = modulo((other.get(each) ?? 0) - ((factor * value) % prime));
        if (next !== 0) {
          other.set(each, next);
          holders[each]?.add(other);
        } else if (other.delete(each)) {
          holders[each]?.delete(other);
          if (holders[each]?.size === 1) single.push(each);
        }
      }
    }
  }
  return steps;
}

function shortest(rows: ReadonlySet<Row>): Row {
  let found: Row | undefined;
  for (const row of rows) {
    if (found === undefined || row.size < found.size) found = row;
    if (found.size <= 2) break;
  }
  return found ?? new Map();
}

function modulo(value: number): number {
  const rest = value % prime;
  return rest < 0 ? rest + prime : rest;
}

/** Euclid's algorithm. */
function inverse(value: number): number {
  let [low, high, one, other] = [value, prime, 1, 0];
  while (low > 1) {
    const times = Math.floor(high / low);
    [low, high] = [high - times * low, low];
    [one, other] = [other - times * one, one];
  }
  return modulo(one);
}
