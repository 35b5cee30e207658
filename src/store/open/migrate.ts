import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Client } from "pg";
import { type Clock, done, type Outcome, problem, refused } from "#kernel";
import type { StampKind } from "../schema.ts";

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
};

export type Migrating = {
  /** The database's address or folder, for what is told to people. */
  readonly at: string;
  readonly kind: StampKind;
  readonly clock: Clock;
};

/** Any number will do, as long as nobody else in the database locks the same. */
const migrationLock = 7_465_011;

/**
 * Brings the database up to this program, forward only, all or nothing, one program at a time; the
 * first time it is stamped. Problems: database-newer, -migration-altered, -kind.
 */
export async function migrate(client: Client, migrating: Migrating): Promise<Outcome<void>> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [migrationLock]);
    const outcome = await migrateLocked(client, migrating);
    await client.query(outcome.kind === "done" ? "commit" : "rollback");
    return outcome;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function migrateLocked(
  client: Client,
  { at, kind, clock }: Migrating,
): Promise<Outcome<void>> {
  await client.query(`
    create table if not exists schema_migrations (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null
    )`);
  const known = readMigrations();
  const applied = await client.query<Omit<Migration, "sql">>(
    "select number, name, sha256 from schema_migrations order by number",
  );
  for (const { number, name, sha256 } of applied.rows) {
    const ours = known[number - 1];
    if (!ours) {
      const details = { found: name, known: known.at(-1)?.name ?? "none" };
      return refused(problem("database-newer", at, details));
    }
    if (ours.sha256 !== sha256) {
      return refused(problem("database-migration-altered", at, { migration: ours.name }));
    }
  }
  for (const { number, name, sql, sha256 } of known.slice(applied.rows.length)) {
    await client.query(sql);
    await client.query("insert into schema_migrations values ($1, $2, $3, $4)", [
      number,
      name,
      sha256,
      clock.now(),
    ]);
  }
  if (applied.rows.length === 0) {
    await client.query("insert into database_stamp (kind, created_at) values ($1, $2)", [
      kind,
      clock.now(),
    ]);
  }
  const stamp = await client.query<{ kind: StampKind }>("select kind from database_stamp");
  const found = stamp.rows[0]?.kind ?? "nothing";
  return found === kind
    ? done(undefined)
    : refused(problem("database-kind", at, { found, wanted: kind }));
}

/** The numbered files, in order. @throws when a number is missing or double: a bug. */
export function readMigrations(): readonly Migration[] {
  const folder = new URL("../migrations/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name, index) => {
    const number = Number(/^(\d{4})-/.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`${name} is not migration ${index + 1}`);
    // A checkout on Windows may have given the lines other ends.
    const sql = readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n");
    return { number, name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}
