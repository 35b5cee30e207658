import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { Bar, Column, Counter, CountRequest, RowIntake } from "./counter.ts";

/** Nothing may leave memory: no file, no network, no extension, no spilling to disk. */
const settings = {
  threads: "2",
  memory_limit: "256MB",
  temp_directory: "",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
};

/** DuckDB in memory. Its library is loaded here and not before: it takes some 55 MB for ever. */
export async function openDuckdbCounter(): Promise<Counter> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  return {
    createRelation: (name, columns) => createRelation(connection, name, columns),
    count: (requests) => countAll(connection, requests),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function createRelation(
  connection: DuckDBConnection,
  name: string,
  columns: readonly Column[],
): Promise<RowIntake> {
  const definitions = columns.map((column) => `${quoted(column.name)} ${column.type} not null`);
  await connection.run(`create table ${quoted(name)} (${definitions.join(", ")})`);
  return intakeOf(await connection.createAppender(name), columns);
}

/** DuckDB's own unit of rows. */
const rowsPerChunk = 2048;

async function intakeOf(appender: DuckDBAppender, columns: readonly Column[]): Promise<RowIntake> {
  const { DuckDBDataChunk, UINTEGER, UTINYINT } = await import("@duckdb/node-api");
  const types = columns.map(({ type }) => (type === "utinyint" ? UTINYINT : UINTEGER));
  let waiting: number[][] = columns.map(() => []);
  let count = 0;

  function flush(): void {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(types, count);
    chunk.setColumns(waiting);
    appender.appendDataChunk(chunk);
    waiting = columns.map(() => []);
    count = 0;
  }

  return {
    add: (row) => {
      for (const [index, values] of waiting.entries()) values.push(row[index] ?? 0);
      count += 1;
      if (count === rowsPerChunk) flush();
    },
    finish: () => {
      flush();
      appender.closeSync();
    },
  };
}

/** All in one statement: planning forty of them would take longer than counting. */
async function countAll(
  connection: DuckDBConnection,
  requests: readonly CountRequest[],
): Promise<readonly (readonly Bar[])[]> {
  const bars = requests.map((): Bar[] => []);
  if (requests.length === 0) return bars;
  const width = Math.max(1, ...requests.map(({ columns }) => columns.length));
  const statements = requests.map((request, index) => selectOf(request, index, width));
  const result = await connection.runAndReadAll(statements.join(" union all "));
  for (const row of result.getRows()) {
    const [index = -1, count = 0, code = 0, ...words] = row.map(asNumber);
    const used = Math.max(0, (requests[index]?.columns.length ?? 0) - 1);
    if (count > 0) bars[index]?.push({ code, words: words.slice(0, used), count });
  }
  return bars;
}

/** Every statement of the union has the same number of columns; what is lacking is 0. */
function selectOf(
  { relation, columns, flags }: CountRequest,
  index: number,
  width: number,
): string {
  const named = columns.map(quoted);
  const filled = [...named, ...new Array<string>(width - named.length).fill("0::uinteger")];
  const condition = flags.map((flag) => `${quoted(flag)} = 1`).join(" and ");
  return [
    `select ${index}::int, count(*)::int, ${filled.join(", ")} from ${quoted(relation)}`,
    condition === "" ? "" : `where ${condition}`,
    named.length === 0 ? "" : `group by ${named.join(", ")}`,
  ].join(" ");
}

/** Names come from codebooks: quoted, whatever they hold. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function asNumber(value: unknown): number {
  if (typeof value !== "number") throw new Error(`not a count: ${typeof value}`);
  return value;
}
