import type { Cell } from "./cells.ts";

export type Block = readonly Cell[];

/**
 * All cells of a question, in blocks. It is the whole state of protection: a number is published if and
 * only if its cells are whole blocks, so everything that can be had by adding and subtracting published
 * numbers of one table is again a sum of blocks.
 */
export type Partition = readonly Block[];

export function isMeasurable(partition: Partition, cells: readonly Cell[]): boolean {
  const wanted = new Set(cells);
  return partition.every((block) => {
    const inside = block.filter((each) => wanted.has(each)).length;
    return inside === 0 || inside === block.length;
  });
}

/** The blocks that share a cell with these become one. */
export function merged(partition: Partition, cells: readonly Cell[]): Partition {
  const touched = partition.filter((block) => block.some((each) => cells.includes(each)));
  if (touched.length < 2) return partition;
  const [first] = touched;
  return partition.flatMap((block) => {
    if (block === first) return [touched.flat()];
    return touched.includes(block) ? [] : [block];
  });
}

/** The finest partition that is coarser than each of them. */
export function joined(first: Partition, ...others: readonly Partition[]): Partition {
  return others.flat().reduce(merged, first);
}
