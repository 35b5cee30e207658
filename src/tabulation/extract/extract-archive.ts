import { resolve, sep } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { phaseIds } from "#codebook";
import { closedSettings } from "../counting/duckdb-counter.ts";
import {
  type Chunk,
  type ChunkIntake,
  chunksOf,
  createDuckdbRelation,
  quoted,
} from "../counting/duckdb-relation.ts";
import { extractFiles, groupColumn, itemColumns } from "./extract-manifest.ts";
import type { NationLayout } from "./nation-layout.ts";
import { caseKeys, codebookKey, columnsOf, itemKeys, type Relation, timeKeys } from "./relation.ts";

/**
 * A DuckDB of its own that can reach one folder and nothing else. Counting is done in another one that
 * reaches nothing: rows pass between them in chunks.
 */
export type ExtractArchive = {
  /** Takes the rows of one relation, to be written. */
  readonly createRelation: (relation: Relation) => Promise<ChunkIntake>;
  /** Each writes its file, from the relations that were filled; items may be filled while cases are written. */
  readonly writeCases: (layout: NationLayout) => Promise<void>;
  readonly writeItems: (layout: NationLayout) => Promise<void>;
  /** The rows of one relation as they stand in the files. @throws where the files do not fit. */
  readonly read: (relation: Relation, group: string | undefined) => AsyncIterable<Chunk>;
  readonly countItems: () => Promise<number>;
  readonly close: () => void;
};

export async function openExtractArchive(folder: string): Promise<ExtractArchive> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  // One thread: both files keep the order of the rows.
  const settings = { ...closedSettings, threads: "1", memory_limit: "1024MB" };
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  const beside = await instance.connect();
  const path = resolve(folder);
  await connection.run(`set allowed_directories = [${literal(`${path}${sep}`)}]`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  const cases = literal(resolve(path, extractFiles.cases));
  const items = literal(resolve(path, extractFiles.items));
  return {
    createRelation: (relation) =>
      createDuckdbRelation(connection, relation.name, columnsOf(relation)),
    writeCases: async (layout) => {
      await beside.run(`copy (${casesToWrite(layout)}) to ${cases} ${parquet}`);
    },
    writeItems: async (layout) => {
      await gatherItems(connection, layout);
      await connection.run(`copy items to ${items} ${parquet}`);
    },
    read: (relation, group) =>
      chunksOf(
        connection,
        group === undefined ? casesToRead(relation, cases) : itemsToRead(relation, items, group),
      ),
    countItems: async () => {
      const result = await connection.runAndReadAll(`select count(*)::int from ${items}`);
      return Number(result.getRows()[0]?.[0]);
    },
    close: () => {
      beside.closeSync();
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const parquet = "(format parquet, compression zstd)";

/** Codes are written as people know them, with their leading noughts; phases by name. */
const phaseNames = `[${phaseIds.map(literal).join(", ")}]`;
const digits: { readonly [column: string]: number } = {
  [caseKeys.municipality]: 4,
  [caseKeys.county]: 2,
};

function asWritten(name: string): string {
  const width = digits[name];
  return width === undefined ? quoted(name) : `lpad(${quoted(name)}::varchar, ${width}, '0')`;
}

function casesToWrite({ cases }: NationLayout): string {
  const columns = columnsOf(cases).map(({ name }) => `${asWritten(name)} as ${quoted(name)}`);
  return `select ${columns.join(", ")} from ${quoted(cases.name)}`;
}

function casesToRead(relation: Relation, file: string): string {
  const columns = columnsOf(relation).map(({ name, type }) => `${quoted(name)}::${type}`);
  return `select ${columns.join(", ")} from ${file}`;
}

/** All groups in one table: a question of another group is not asked, 0. */
async function gatherItems(connection: DuckDBConnection, layout: NationLayout): Promise<void> {
  const [first] = layout.items;
  const flags = (first?.flags ?? []).map((flag) => `${quoted(flag)} utinyint not null`);
  const words = new Set(
    layout.items.flatMap(({ questions }) => questions.flatMap(({ columns }) => columns.slice(1))),
  );
  const fields = itemColumns(layout).map(
    (name) => `${quoted(name)} ${words.has(name) ? "uinteger" : "utinyint"} not null default 0`,
  );
  const keys = [
    `${groupColumn} varchar not null`,
    `${itemKeys.case} uinteger not null`,
    `${itemKeys.phase} varchar not null`,
    ...Object.values(caseKeys).map((name) => `${name} varchar not null`),
    ...Object.values(timeKeys).map((name) => `${name} usmallint not null`),
    `${codebookKey} usmallint not null`,
  ];
  await connection.run(`create table items (${[...keys, ...flags, ...fields].join(", ")})`);
  for (const [index, relation] of layout.items.entries()) {
    const group = literal(layout.codebook.groups[index]?.id ?? "");
    const columns = columnsOf(relation);
    const names = columns.map(({ name }) => quoted(name));
    const values = columns.map(({ name }) =>
      name === itemKeys.phase ? `${phaseNames}[${name}]` : asWritten(name),
    );
    await connection.run(
      `insert into items (${groupColumn}, ${names.join(", ")})
       select ${group}, ${values.join(", ")} from ${quoted(relation.name)}`,
    );
  }
}

function itemsToRead(relation: Relation, file: string, group: string): string {
  const columns = columnsOf(relation).map(({ name, type }) =>
    name === itemKeys.phase
      ? `list_position(${phaseNames}, ${quoted(name)})::${type}`
      : `${quoted(name)}::${type}`,
  );
  return `select ${columns.join(", ")} from ${file} where ${groupColumn} = ${literal(group)}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
