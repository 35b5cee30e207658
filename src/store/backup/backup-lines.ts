import { createHash } from "node:crypto";
import type { Client } from "pg";
import type { Instant } from "#kernel";
import { readMigrations } from "../open/migrate.ts";
import type { StampKind } from "../schema.ts";
import { BackupFault, backupFormat, type Footer, type Heading } from "./backup-format.ts";
import { listCarried, openCarried } from "./carried-files.ts";
import type { CaseKeys } from "./case-keys.ts";
import { startDigests } from "./digests.ts";
import { startReading } from "./read-rows.ts";
import { rowWithoutCases } from "./rows-of-cases.ts";
import { startSealing } from "./sealed-rows.ts";
import { quoted, readShapes } from "./table-shapes.ts";

export type Watching = {
  /** Told how many rows of how many have passed. */
  readonly progress: (count: number, of: number) => void;
  readonly signal: AbortSignal;
};

export type BackupSource = Watching & {
  readonly client: Client;
  /** Keys and releases. */
  readonly files: string;
  /** By which the rows of these cases are sealed. */
  readonly keysFor: (cases: readonly string[]) => Promise<CaseKeys>;
  readonly at: Instant;
};

export type Told = { readonly heading: Heading; readonly footer: Footer };

/**
 * The backup's lines, as the database was at one moment, however much is saved meanwhile; then the
 * files, so that all that the database speaks of is among them.
 * @returns its heading and footer.
 */
export async function* backupLines(source: BackupSource): AsyncGenerator<string, Told> {
  const { client, files, at, keysFor, progress, signal } = source;
  await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
  const names = (await readShapes(client)).map(({ table }) => quoted(table));
  if (!names.includes('"schema_migrations"')) throw new BackupFault("backup-nothing-there");
  await client.query("begin isolation level repeatable read read only");
  try {
    // Before the moment is chosen: no upgrade can then change a table under way.
    await client.query(`lock table ${names.join(", ")} in access share mode`);
    const shapes = await readShapes(client);
    const reading = await startReading(client, shapes);
    const keys = await keysFor(await reading.caseIds());
    const rowsIn = (table: string) =>
      reading.sections.reduce((sum, each) => sum + (each.table === table ? each.rows : 0), 0);
    const heading: Heading = {
      format: backupFormat,
      kind: await kindOf(client),
      at,
      migrations: await knownMigrations(client),
      municipalities: reading.municipalities,
      keys: { book: keys.book, generation: keys.generation },
      tables: shapes.map(({ table, columns }) => ({
        table,
        columns: columns.map(({ name }) => name),
        rows: rowsIn(table),
      })),
    };
    yield JSON.stringify(heading);
    const digests = startDigests(shapes.map(({ table }) => table));
    const seal = startSealing(keys);
    const byName = new Map(shapes.map((shape) => [shape.table, shape]));
    const total = reading.sections.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    for (const section of reading.sections) {
      yield JSON.stringify(section);
      const { table } = section;
      const columns = byName.get(table)?.columns ?? [];
      for await (const { row, cases, trace } of reading.rowsWithCases(section)) {
        signal.throwIfAborted();
        const line = JSON.stringify(row);
        if (cases.length === 0) {
          digests.row(table, line);
          yield line;
        } else {
          const without = rowWithoutCases({ table, columns }, row);
          const sealed = seal({ table, cases, line, without, trace });
          digests.row(table, sealed.mark);
          yield JSON.stringify(sealed);
        }
        done++;
        if (done % 500 === 0 || done === total) progress(done, total);
      }
    }
    await client.query("commit");
    yield* fileLines(files, digests, signal);
    const footer = digests.finish();
    yield JSON.stringify(footer);
    return { heading, footer };
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function* fileLines(
  folder: string,
  digests: ReturnType<typeof startDigests>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for (const name of await listCarried(folder)) {
    const file = await openCarried(folder, name);
    if (file === undefined) continue;
    try {
      yield JSON.stringify({ file: name, mode: file.mode });
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const piece of file.pieces()) {
        signal.throwIfAborted();
        hash.update(piece);
        bytes += piece.length;
        yield JSON.stringify(piece.toString("base64"));
      }
      digests.file(name, file.mode, hash.digest("hex"));
      yield JSON.stringify({ bytes });
    } finally {
      await file.close();
    }
  }
}

export async function kindOf(client: Client): Promise<StampKind> {
  const { rows } = await client.query<{ kind: StampKind }>("select kind from database_stamp");
  if (rows[0] === undefined) throw new BackupFault("backup-nothing-there");
  return rows[0].kind;
}

/** Also of a database that this program has not brought up to itself yet, but of none that is newer. */
async function knownMigrations(client: Client): Promise<Heading["migrations"]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from schema_migrations order by number",
  );
  const known = readMigrations();
  const newer = rows[known.length];
  if (newer) {
    const details = { found: newer.name, known: known.at(-1)?.name ?? "none" };
    throw new BackupFault("database-newer", details);
  }
  const altered = rows.find(({ sha256 }, at) => known[at]?.sha256 !== sha256);
  if (altered) {
    throw new BackupFault("database-migration-altered", { migration: altered.name });
  }
  return rows;
}
