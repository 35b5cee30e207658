import { resolve, sep } from "node:path";
import { phaseIds } from "#codebook";
import type { Column } from "../counting/counter.ts";
import { closedSettings } from "../counting/duckdb-counter.ts";
import {
  type Chunk,
  type ChunkIntake,
  chunksOf,
  createDuckdbRelation,
  quoted,
} from "../counting/duckdb-relation.ts";
import { extractFiles, groupColumn } from "./extract-manifest.ts";
import type { NationLayout } from "./nation-layout.ts";
import { caseKeys, columnsOf, itemKeys, type Relation } from "./relation.ts";

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
      await connection.run(`copy (${itemsToWrite(layout)}) to ${items} ${parquet}`);
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

function written({ name }: Column): string {
  const width = digits[name];
  if (name === itemKeys.phase) return `${phaseNames}[${name}] as ${name}`;
  return width === undefined
    ? quoted(name)
    : `lpad(${quoted(name)}::varchar, ${width}, '0') as ${quoted(name)}`;
}

function casesToWrite({ cases }: NationLayout): string {
  return `select ${columnsOf(cases).map(written).join(", ")} from ${quoted(cases.name)}`;
}

function casesToRead(relation: Relation, file: string): string {
  const columns = columnsOf(relation).map(({ name, type }) => `${quoted(name)}::${type}`);
  return `select ${columns.join(", ")} from ${file}`;
}

/** One group after the other: a question of another group is not asked, 0. */
function itemsToWrite({ codebook, cases, items }: NationLayout): string {
  if (items.length === 0) {
    const keys = [
      `'' as ${groupColumn}`,
      `0::uinteger as ${itemKeys.case}`,
      `'' as ${itemKeys.phase}`,
    ];
    return `select ${[...keys, ...keysOf(cases).map(written)].join(", ")} from cases limit 0`;
  }
  const groups = items.map((relation, index) => {
    const group = literal(codebook.groups[index]?.id ?? "");
    const answers = items.flatMap((each) =>
      answersOf(each).map(({ name, type }) =>
        each === relation ? quoted(name) : `0::${type} as ${quoted(name)}`,
      ),
    );
    const columns = [`${group} as ${groupColumn}`, ...keysOf(relation).map(written), ...answers];
    return `select ${columns.join(", ")} from ${quoted(relation.name)}`;
  });
  return groups.join(" union all ");
}

function keysOf(relation: Relation): readonly Column[] {
  return columnsOf({ ...relation, questions: [], changes: [] });
}

function answersOf(relation: Relation): readonly Column[] {
  return columnsOf({ ...relation, keys: [], flags: [] });
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
