import type { DuckDBConnection } from "@duckdb/node-api";
import type { Chunk } from "./duckdb-relation.ts";

/**
 * Where a connection's tables lie from now on. In DuckDB's plain memory every column of a byte takes
 * four: blocks of 256 kB are half filled, and each has another for nulls that there are none of. Packed,
 * a column takes what it holds, and nothing where it is always the same. Numbers stay bytes side by
 * side: cut to fewer bits, they would take half as long again to count.
 */
export async function enterPackedMemory(connection: DuckDBConnection): Promise<void> {
  await connection.run("attach ':memory:' as packed (compress)");
  await connection.run("use packed");
  await connection.run("set force_compression = 'uncompressed'");
}

/** What has come so far; says the same afterwards, in the same order. */
export async function pack(connection: DuckDBConnection): Promise<void> {
  await connection.run("checkpoint packed");
}

/** Passes chunks on, and packs what has come of them now and then, so that millions never lie unpacked. */
export async function* packedOnTheWay(
  chunks: AsyncIterable<Chunk>,
  { pack }: { readonly pack: () => Promise<void> },
): AsyncIterable<Chunk> {
  let waiting = 0;
  for await (const chunk of chunks) {
    yield chunk;
    waiting += chunk.rowCount;
    if (waiting < mostUnpacked) continue;
    await pack();
    waiting = 0;
  }
}

const mostUnpacked = 1_000_000;
