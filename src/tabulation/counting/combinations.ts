import type { Cells } from "./counter.ts";

export type Values = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** As long as there are no more combinations than this, they are counted by place. */
const mostPlaces = 1 << 16;

/** Every row belongs to one of `size` groups; `groups` are in the order of the rows chosen. */
type Grouping = { readonly groups: Uint32Array<ArrayBuffer>; readonly size: number };

/**
 * How many of the chosen rows have each combination of values. Column by column every row is given the
 * number of its group: the group before and the value as one number of mixed radix, numbered anew when
 * that grows too long for a list.
 */
export function countCombinations(
  columns: readonly Values[],
  chosen: Uint32Array<ArrayBuffer>,
): Cells {
  let grouping: Grouping = { groups: new Uint32Array(chosen.length), size: 1 };
  for (const column of columns) grouping = divided(grouping, column, chosen);
  const { groups, size } = grouping;
  const counts = new Uint32Array(size);
  const examples = new Uint32Array(size);
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
    examples[group] = chosen[index] ?? 0;
  }
  return cellsOf(columns, counts, examples);
}

function divided(
  { groups, size }: Grouping,
  column: Values,
  chosen: Uint32Array<ArrayBuffer>,
): Grouping {
  const radix = highest(column, chosen) + 1;
  if (size * radix <= mostPlaces) {
    for (let index = 0; index < groups.length; index++) {
      groups[index] = (groups[index] ?? 0) * radix + (column[chosen[index] ?? 0] ?? 0);
    }
    return { groups, size: size * radix };
  }
  // A group and 32 bits are at most 2^18 · 2^32: still a whole number.
  const numbers = new Map<number, number>();
  for (let index = 0; index < groups.length; index++) {
    const key = (groups[index] ?? 0) * radix + (column[chosen[index] ?? 0] ?? 0);
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    groups[index] = number;
  }
  return { groups, size: Math.max(1, numbers.size) };
}

function highest(column: Values, chosen: Uint32Array): number {
  let highest = 0;
  for (let index = 0; index < chosen.length; index++) {
    const value = column[chosen[index] ?? 0] ?? 0;
    if (value > highest) highest = value;
  }
  return highest;
}

/** Groups without rows are left out; one row of each tells what the group's values are. */
function cellsOf(columns: readonly Values[], counts: Uint32Array, examples: Uint32Array): Cells {
  let size = 0;
  for (const count of counts) if (count > 0) size += 1;
  const rows = new Uint32Array(size);
  const values = columns.map(() => new Uint32Array(size));
  let cell = 0;
  for (let group = 0; group < counts.length; group++) {
    const count = counts[group] ?? 0;
    if (count === 0) continue;
    rows[cell] = count;
    for (const [index, column] of columns.entries()) {
      const own = values[index];
      if (own) own[cell] = column[examples[group] ?? 0] ?? 0;
    }
    cell += 1;
  }
  return { size, values, rows };
}
