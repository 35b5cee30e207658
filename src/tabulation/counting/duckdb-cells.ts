import type { DuckDBDataChunk, DuckDBMaterializedResult } from "@duckdb/node-api";
import type { Cells } from "./counter.ts";

/**
 * The result of many counts in one statement: each row is the number of its request, the number of
 * rows, then the values, of which a request uses the first so many.
 */
export function readCells(
  result: DuckDBMaterializedResult,
  widths: readonly number[],
): readonly Cells[] {
  const chunks = Array.from({ length: result.chunkCount }, (_, index) => result.getChunk(index));
  const cells = roomFor(chunks, widths);
  const next = new Uint32Array(widths.length);
  for (const chunk of chunks) fill(cells, next, chunk);
  return cells;
}

/** A count of everything has a row also where there is nothing: it is no combination. */
function roomFor(chunks: readonly DuckDBDataChunk[], widths: readonly number[]): readonly Cells[] {
  const sizes = new Uint32Array(widths.length);
  for (const chunk of chunks) {
    const [requests, counts, length] = [numbersOf(chunk, 0), numbersOf(chunk, 1), chunk.rowCount];
    for (let row = 0; row < length; row++) {
      const request = requests(row);
      if (counts(row) > 0) sizes[request] = (sizes[request] ?? 0) + 1;
    }
  }
  return widths.map((width, request) => {
    const size = sizes[request] ?? 0;
    const values = Array.from({ length: width }, () => new Uint32Array(size));
    return { size, values, rows: new Uint32Array(size) };
  });
}

function fill(cells: readonly Cells[], next: Uint32Array, chunk: DuckDBDataChunk): void {
  const [requests, counts] = [numbersOf(chunk, 0), numbersOf(chunk, 1)];
  const columns = Array.from({ length: chunk.columnCount - 2 }, (_, index) =>
    numbersOf(chunk, index + 2),
  );
  // Asked of DuckDB each time it is read.
  const length = chunk.rowCount;
  for (let row = 0; row < length; row++) {
    const request = requests(row);
    const own = cells[request];
    const count = counts(row);
    if (own === undefined || count === 0) continue;
    const cell = next[request] ?? 0;
    next[request] = cell + 1;
    own.rows[cell] = count;
    for (let index = 0; index < own.values.length; index++) {
      const values = own.values[index];
      if (values) values[cell] = columns[index]?.(row) ?? 0;
    }
  }
}

function numbersOf(chunk: DuckDBDataChunk, column: number): (row: number) => number {
  const vector = chunk.getColumnVector(column);
  return (row) => {
    const value = vector.getItem(row);
    if (typeof value !== "number") throw new Error(`not a count: ${typeof value}`);
    return value;
  };
}
