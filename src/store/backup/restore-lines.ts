import type { Client } from "pg";
import type { z } from "zod";
import { readMigrations } from "../open/migrate.ts";
import type { StampKind } from "../schema.ts";
import {
  BackupFault,
  backupFormat,
  damaged,
  FileEnd,
  FileStart,
  Footer,
  Heading,
  knownFormats,
  Row,
  SealedRow,
  Section,
  type Trace,
} from "./backup-format.ts";
import { kindOf, type Told, type Watching } from "./backup-lines.ts";
import { type FilesToPlace, isCarried } from "./carried-files.ts";
import type { CaseKeys } from "./case-keys.ts";
import { differences, startDigests } from "./digests.ts";
import { startLoading } from "./load-rows.ts";
import { startReading } from "./read-rows.ts";
import { startOpening } from "./sealed-rows.ts";
import { readShapes, type TableShape } from "./table-shapes.ts";
import { takesTraces, tracesOf } from "./traces-of-cases.ts";

export type RestoreTarget = Watching & {
  /** Within a transaction, in a database without tables. */
  readonly client: Client;
  readonly files: FilesToPlace;
  readonly wanted: StampKind;
  /** What opens the rows of cases, for a backup that tells which keys it was made by. */
  readonly keysFor: (keys: NonNullable<Heading["keys"]>) => Promise<Pick<CaseKeys, "keys">>;
};

export type Restored = Told & {
  /** Cases that are erased: they are in the backup and cannot be read. */
  readonly erasedCases: number;
};

/**
 * Makes the tables as they were when the backup was made, fills them, and reads everything back: what
 * was restored has the digests of what was backed up, or it is refused. Rows of erased cases are left out:
 * they are digested by their marks, and what is read back is compared with what was put in. What a disposal
 * leaves of such a row stands where the disposal would have put it.
 * @throws a fault; whoever began the transaction takes it back.
 */
export async function restoreLines(
  lines: AsyncIterable<string>,
  target: RestoreTarget,
): Promise<Restored> {
  const { client, files, progress, signal } = target;
  const incoming = lines[Symbol.asyncIterator]();
  async function next(): Promise<unknown> {
    signal.throwIfAborted();
    const line = await incoming.next();
    if (line.done) throw damaged("its end is missing");
    return parsed(line.value);
  }
  try {
    const heading = read(Heading, await next(), "its heading");
    checkHeading(heading, target.wanted);
    await makeTables(client, heading);
    const shapes = checkShapes(heading, await readShapes(client));
    const keys = heading.keys && (await target.keysFor(heading.keys));
    const open = startOpening(keys ?? { keys: new Map() });
    const digests = startDigests([...shapes.keys()]);
    const putIn = startDigests([...shapes.keys()]);
    const traces = tracesOf(shapes);
    let erasedCases = 0;
    // The same rows are passed twice: in, and when they are read back.
    let total = 2 * heading.tables.reduce((sum, { rows }) => sum + rows, 0);
    let passed = 0;
    const pass = () => {
      passed++;
      if (passed % 500 === 0 || passed === total) progress(passed, total);
    };
    for (;;) {
      const begun = await next();
      if (hasKey(begun, "table")) {
        const section = read(Section, begun, "a section");
        const shape = shapes.get(section.table);
        if (shape === undefined) throw damaged("a section");
        const loading = await startLoading(client, shape, section.municipality);
        for (let row = 0; row < section.rows; row++) {
          const { mark, values, trace } = readRow(section.table, await next(), open);
          digests.row(section.table, mark);
          if (trace !== undefined) traces.add(section, trace);
          if (values === undefined) {
            if (section.table === "cases") erasedCases++;
            if (trace === undefined) total--;
          } else {
            if (values.length !== shape.columns.length) throw damaged(section.table);
            if (takesTraces.has(section.table)) traces.beside(section.table, values);
            else putIn.row(section.table, JSON.stringify(values));
            await loading.add(values);
          }
          pass();
        }
        await loading.end();
      } else if (hasKey(begun, "file")) {
        const start = read(FileStart, begun, "a file");
        digests.file(start.file, start.mode, await takeFile(start, next, files));
      } else {
        const footer = read(Footer, begun, "its footer");
        const [wrong] = differences(footer, digests.finish());
        if (wrong !== undefined) throw damaged(wrong);
        if (!(await incoming.next()).done) throw damaged("its end");
        await traces.load(client);
        for (const [table, line] of traces.lines()) putIn.row(table, line);
        await checkReadBack(client, [...shapes.values()], putIn.finish(), { pass, signal });
        // What is stamped, and not what the heading says, is what the database will be taken for.
        if ((await kindOf(client)) !== heading.kind) throw damaged("its stamp");
        return { heading, footer, erasedCases };
      }
    }
  } finally {
    await incoming.return?.();
  }
}

/** `values` is what is put in; `undefined`: nothing, since its case is erased. */
function readRow(
  table: string,
  given: unknown,
  open: ReturnType<typeof startOpening>,
): { readonly mark: string; readonly values: Row | undefined; readonly trace?: Trace | undefined } {
  if (Array.isArray(given)) {
    const values = read(Row, given, table);
    return { mark: JSON.stringify(values), values };
  }
  const sealed = read(SealedRow, given, table);
  const line = open(table, sealed);
  const { mark } = sealed;
  if (line === undefined) return { mark, values: sealed.without, trace: sealed.trace };
  return { mark, values: read(Row, parsed(line), table) };
}

async function takeFile(
  { file, mode }: FileStart,
  next: () => Promise<unknown>,
  files: FilesToPlace,
): Promise<string> {
  // What only this machine says of itself, as where its backups go, comes out of no backup.
  if (!isCarried(file)) throw damaged("a file's name");
  const placing = await files.begin(file, mode);
  let bytes = 0;
  for (;;) {
    const piece = await next();
    if (typeof piece !== "string") {
      const end = read(FileEnd, piece, file);
      const sha256 = await placing.end();
      if (end.bytes !== bytes) throw damaged(file);
      return sha256;
    }
    const content = Buffer.from(piece, "base64");
    bytes += content.length;
    await placing.write(content);
  }
}

/** @throws a fault for what this program does not know, and for another kind than was asked for. */
function checkHeading({ format, kind, migrations }: Heading, wanted: StampKind): void {
  if (!knownFormats.includes(format)) {
    throw new BackupFault("backup-newer", { found: format, known: backupFormat });
  }
  if (kind !== wanted) throw new BackupFault("backup-kind", { found: kind, wanted });
  const known = readMigrations();
  const newer = migrations[known.length];
  if (newer) {
    const details = { found: newer.name, known: known.at(-1)?.name ?? "none" };
    throw new BackupFault("backup-newer", details);
  }
  const altered = migrations.find(({ sha256 }, at) => known[at]?.sha256 !== sha256);
  if (altered) throw new BackupFault("backup-migration-altered", { migration: altered.name });
}

/** As far as the backup goes: what has come since is done to the rows, when the store is opened. */
async function makeTables(client: Client, { migrations }: Heading): Promise<void> {
  await client.query(`
    create table schema_migrations (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null
    )`);
  for (const { sql } of readMigrations().slice(0, migrations.length)) await client.query(sql);
}

/** The backup's tables are ours, with our columns in our order; else it was made by something else. */
function checkShapes(
  { tables }: Heading,
  shapes: readonly TableShape[],
): ReadonlyMap<string, TableShape> {
  const said = JSON.stringify(tables.map(({ table, columns }) => [table, columns]));
  const ours = shapes.map(({ table, columns }) => [table, columns.map(({ name }) => name)]);
  if (said !== JSON.stringify(ours)) throw damaged("its tables");
  return new Map(shapes.map((shape) => [shape.table, shape]));
}

async function checkReadBack(
  client: Client,
  shapes: readonly TableShape[],
  putIn: Footer,
  { pass, signal }: { readonly pass: () => void; readonly signal: AbortSignal },
): Promise<void> {
  const digests = startDigests(shapes.map(({ table }) => table));
  const reading = await startReading(client, shapes);
  const traces = tracesOf(new Map());
  for (const section of reading.sections) {
    for await (const row of reading.rows(section)) {
      signal.throwIfAborted();
      if (takesTraces.has(section.table)) traces.beside(section.table, row);
      else digests.row(section.table, JSON.stringify(row));
      pass();
    }
  }
  for (const [table, line] of traces.lines()) digests.row(table, line);
  // Files have been compared as they came; only the tables are read back from elsewhere.
  const { tables } = digests.finish();
  const [what] = differences({ ...putIn, tables }, putIn);
  if (what !== undefined) throw new BackupFault("backup-read-differs", { what });
}

function read<Form extends z.ZodType>(form: Form, value: unknown, place: string): z.output<Form> {
  const result = form.safeParse(value);
  if (!result.success) throw damaged(place);
  return result.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged("a line that is no JSON");
  }
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}
