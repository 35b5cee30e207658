import type { DuckDBPreparedStatement } from "@duckdb/node-api";
import type { Cells, Column, Counter, CountRequest } from "./counter.ts";
import { readCells } from "./duckdb-cells.ts";
import {
  type Chunk,
  type ChunkIntake,
  chunksOf,
  createDuckdbRelation,
  quoted,
} from "./duckdb-relation.ts";
import { enterPackedMemory, pack } from "./packed-memory.ts";

export type DuckdbCounter = Omit<Counter, "createRelation"> & {
  readonly createRelation: (name: string, columns: readonly Column[]) => Promise<ChunkIntake>;
  /** Makes the rows that have come so far take less room: once they are all there, and of millions on the way. */
  readonly pack: () => Promise<void>;
  /** All rows of a relation, in the order in which they came. */
  readonly chunksOf: (relation: string) => AsyncIterable<Chunk>;
};

export type DuckdbOptions = { readonly threads?: number; readonly megabytes?: number };

/** Nothing may leave memory: no file, no network, no extension, no spilling to disk. */
export const closedSettings = {
  temp_directory: "",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
};

/** DuckDB in memory. Its library is loaded here and not before: it takes some 55 MB for ever. */
export async function openDuckdbCounter({
  threads = 2,
  megabytes = 256,
}: DuckdbOptions = {}): Promise<DuckdbCounter> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const settings = {
    ...closedSettings,
    threads: String(threads),
    memory_limit: `${megabytes}MB`,
  };
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  await enterPackedMemory(connection);
  // Up to a million combinations of small codes are counted by place: half the time by municipality.
  await connection.run("set perfect_ht_threshold = 20");
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  let latest: { readonly sql: string; readonly statement: DuckDBPreparedStatement } | undefined;

  /** The same tables are often counted again, and planning them costs a tenth of it. */
  async function prepared(sql: string): Promise<DuckDBPreparedStatement> {
    if (latest?.sql === sql) return latest.statement;
    // What it replaces may still be running: it ends with the connection.
    const statement = await connection.prepare(sql);
    latest = { sql, statement };
    return statement;
  }

  return {
    createRelation: (name, columns) => createDuckdbRelation(connection, name, columns),
    pack: () => pack(connection),
    chunksOf: (relation) => chunksOf(connection, `select * from ${quoted(relation)}`),
    count: (requests) => countAll(prepared, requests),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** All in one statement: planning forty of them would take longer than counting. */
async function countAll(
  prepared: (sql: string) => Promise<DuckDBPreparedStatement>,
  requests: readonly CountRequest[],
): Promise<readonly Cells[]> {
  if (requests.length === 0) return [];
  const width = Math.max(...requests.map(({ columns }) => columns.length));
  const statements = requests.map((request, index) => selectOf(request, index, width));
  const statement = await prepared(statements.join(" union all "));
  const result = await statement.run();
  return readCells(
    result,
    requests.map(({ columns }) => columns.length),
  );
}

/** Every statement of the union has the same number of columns; what is lacking is 0. */
function selectOf(
  { relation, columns, flags, ranges = [] }: CountRequest,
  index: number,
  width: number,
): string {
  const named = columns.map(quoted);
  const filled = [
    `${index}`,
    "count(*)",
    ...named,
    ...new Array<string>(width - named.length).fill("0"),
  ].map((each) => `${each}::uinteger`);
  const condition = [
    ...flags.map((flag) => `${quoted(flag)} = 1`),
    ...ranges.map(({ column, from, to }) => `${quoted(column)} between ${from} and ${to}`),
  ].join(" and ");
  return [
    `select ${filled.join(", ")} from ${quoted(relation)}`,
    condition === "" ? "" : `where ${condition}`,
    named.length === 0 ? "" : `group by ${named.join(", ")}`,
  ].join(" ");
}
