import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import type { Column, RowIntake } from "./counter.ts";

/** DuckDB's own unit of rows, which can also be handed over whole. */
export type Chunk = DuckDBDataChunk;

export type ChunkIntake = RowIntake & {
  readonly add: (row: readonly number[]) => void;
  /** One row after the other, in the order of the columns. */
  readonly addRows: (values: Uint32Array) => void;
  /** Must have the relation's columns. Not to be mixed with single rows. */
  readonly addChunk: (chunk: Chunk) => void;
};

const rowsPerChunk = 2048;

/** A new table that takes rows in the order in which they come. */
export async function createDuckdbRelation(
  connection: DuckDBConnection,
  name: string,
  columns: readonly Column[],
): Promise<ChunkIntake> {
  const definitions = columns.map((column) => `${quoted(column.name)} ${column.type} not null`);
  await connection.run(`create table ${quoted(name)} (${definitions.join(", ")})`);
  const appender = await connection.createAppender(name);
  const { DuckDBDataChunk, UINTEGER, USMALLINT, UTINYINT } = await import("@duckdb/node-api");
  const typeOf = { utinyint: UTINYINT, usmallint: USMALLINT, uinteger: UINTEGER } as const;
  const types = columns.map(({ type }) => typeOf[type]);
  // Row after row: written by columns, each value of a row would lie far from the one before.
  const width = columns.length;
  const waiting = new Uint32Array(rowsPerChunk * width);
  let count = 0;

  function flush(): void {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(types, count);
    for (let index = 0; index < width; index++) {
      const vector = chunk.getColumnVector(index);
      for (let at = 0; at < count; at++) vector.setItem(at, waiting[at * width + index] ?? 0);
      vector.flush();
    }
    appender.appendDataChunk(chunk);
    count = 0;
  }

  return {
    add: (row) => {
      const start = count * width;
      for (let index = 0; index < width; index++) waiting[start + index] = row[index] ?? 0;
      count += 1;
      if (count === rowsPerChunk) flush();
    },
    addRows: (values) => {
      for (let from = 0; from < values.length; ) {
        const until = Math.min(values.length, from + (rowsPerChunk - count) * width);
        waiting.set(values.subarray(from, until), count * width);
        count += (until - from) / width;
        from = until;
        if (count === rowsPerChunk) flush();
      }
    },
    addChunk: (chunk) => appender.appendDataChunk(chunk),
    finish: () => {
      flush();
      appender.closeSync();
    },
  };
}

/** The rows of a statement, chunk by chunk, in their order. */
export async function* chunksOf(connection: DuckDBConnection, sql: string): AsyncIterable<Chunk> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk;
  }
}

/** Names come from codebooks: quoted, whatever they hold. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
