import type { Codebook } from "#codebook";
import { type CountedNumbers, countsOf, numbersIn } from "./counted-numbers.ts";
import { RawTable, type Scope } from "./raw-table.ts";
import { sumOfNumbers } from "./sum-of-numbers.ts";
import type { TableSpecification } from "./table-specification.ts";

/** A table that a municipality has counted of its own cases, as if it had been counted here. */
export function countedElsewhere(
  scope: Scope,
  specification: TableSpecification,
  numbers: CountedNumbers,
): RawTable {
  return new RawTable(scope, specification, countsOf(numbers, specification.measure));
}

/**
 * One table with what others counted of other cases added to it, in the same scope: what would have been
 * counted of all those cases together.
 * @throws for tables that no release has.
 */
export function withCountedElsewhere(
  table: RawTable,
  others: readonly RawTable[],
  codebook: Codebook,
): RawTable {
  if (others.length === 0) return table;
  const { scope, specification } = table;
  const parts = [table, ...others].map((each) => numbersIn(each.counts()));
  const sum = sumOfNumbers(parts, specification.measure, codebook);
  return countedElsewhere(scope, specification, sum);
}
