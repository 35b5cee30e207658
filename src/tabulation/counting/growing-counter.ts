import { openArrayCounter } from "./array-counter.ts";
import type { Column, Counter, RowIntake } from "./counter.ts";
import { openDuckdbCounter } from "./duckdb-counter.ts";

/** About 60 bytes a case: what a unit has in a lifetime, and a dozen megabytes. */
const rowsInArrays = 200_000;

/**
 * Counts in arrays, and moves to DuckDB when the rows of all relations together pass the limit. So an
 * ordinary unit is counted at once and costs nothing afterwards, and the largest cannot fill the
 * server's memory. Why, and measured: `docs/decisions/0004-duckdb-for-counting.md`.
 */
export function openGrowingCounter(limit = rowsInArrays): Counter {
  const arrays = openArrayCounter();
  const intakes = new Map<string, RowIntake>();
  let current: Counter = arrays;
  let rows = 0;

  async function move(): Promise<void> {
    const duckdb = await openDuckdbCounter();
    current = duckdb;
    for (const { name, columns, rows } of arrays.contents()) {
      const intake = await duckdb.createRelation(name, columns);
      for (const row of rows) await intake.add(row);
      intakes.set(name, intake);
    }
    arrays.close();
  }

  async function add(name: string, row: readonly number[]): Promise<void> {
    rows += 1;
    if (rows > limit && current === arrays) await move();
    await intakes.get(name)?.add(row);
  }

  return {
    async createRelation(name: string, columns: readonly Column[]) {
      intakes.set(name, await current.createRelation(name, columns));
      return { add: (row) => add(name, row), finish: () => intakes.get(name)?.finish() };
    },
    count: (requests) => current.count(requests),
    close: () => current.close(),
  };
}
