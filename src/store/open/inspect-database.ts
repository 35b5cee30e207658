import type { Client, ClientConfig } from "pg";
import { done, type Instant, type MunicipalityCode, type Outcome, refused } from "#kernel";
import type { StampKind } from "../schema.ts";
import { ownerClient } from "./connection.ts";
import { readMigrations } from "./migrate.ts";
import { connectAsApp, connectionProblem } from "./open-database.ts";

/** What can be told of a database without changing anything in it, and without telling of anybody. */
export type Inspection = {
  /** PostgreSQL's own. */
  readonly version: string;
  readonly kind: StampKind | null;
  readonly migrations: {
    /** `empty`: there is no Skillnad in it yet; `altered`: one of them was another text. */
    readonly state: "empty" | "current" | "behind" | "newer" | "altered";
    readonly applied: readonly string[];
    readonly lastAppliedAt: Instant | null;
  };
  /** Rows in all municipalities together. */
  readonly rows: { readonly [table: string]: number };
  /** Logs whose chains were followed, and those that do not hold; `null`: this program cannot read them. */
  readonly logs: { readonly followed: number; readonly broken: number } | null;
};

/** Problems: database-unreachable, database-unusable. */
export async function inspectDatabase(
  owner: ClientConfig,
  at: string,
): Promise<Outcome<Inspection>> {
  const client = ownerClient(owner);
  try {
    await client.connect();
    await client.query("begin transaction isolation level repeatable read read only");
    const { rows } = await client.query("select current_setting('server_version') as version");
    const migrations = await inspectMigrations(client);
    const isOurs = migrations.state !== "empty";
    const stamp = isOurs ? (await client.query("select kind from database_stamp")).rows[0] : null;
    const codes = isOurs ? await readCodes(client) : [];
    const counts = isOurs ? await countRows(client, codes) : {};
    const isKnown = migrations.state === "current";
    return done({
      version: String(rows[0].version),
      kind: stamp?.kind ?? null,
      migrations,
      rows: counts,
      logs: isKnown ? await followLogs(owner, at, codes) : null,
    });
  } catch (error) {
    return refused(connectionProblem(error, at));
  } finally {
    await client.end();
  }
}

async function inspectMigrations(client: Client): Promise<Inspection["migrations"]> {
  const there = await client.query("select to_regclass('schema_migrations') is not null as is");
  if (!there.rows[0].is) return { state: "empty", applied: [], lastAppliedAt: null };
  type Applied = { name: string; number: number; sha256: string; at: Instant };
  const { rows } = await client.query<Applied>(
    "select name, number, sha256, applied_at as at from schema_migrations order by number",
  );
  const known = readMigrations();
  const isNewer = rows.some(({ number }) => known[number - 1] === undefined);
  const isAltered = rows.some(({ number, sha256 }) => {
    const ours = known[number - 1];
    return ours !== undefined && ours.sha256 !== sha256;
  });
  const behind = rows.length < known.length ? "behind" : "current";
  return {
    state: isNewer ? "newer" : isAltered ? "altered" : behind,
    applied: rows.map(({ name }) => name),
    lastAppliedAt:
      rows
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null,
  };
}

async function readCodes(client: Client): Promise<readonly MunicipalityCode[]> {
  const { rows } = await client.query<{ code: MunicipalityCode }>(
    "select municipality_code as code from municipalities order by 1",
  );
  return rows.map(({ code }) => code);
}

/** The wall between municipalities holds for the tables' owner too, so they are counted one by one. */
async function countRows(
  client: Client,
  codes: readonly MunicipalityCode[],
): Promise<Inspection["rows"]> {
  const { rows: tables } = await client.query<{ name: string; isTenant: boolean }>(
    `select relname as name, relrowsecurity as "isTenant" from pg_class
      where relkind in ('r', 'p') and not relispartition
        and relnamespace = current_schema()::regnamespace
      order by relname collate "C"`,
  );
  const counts: { [table: string]: number } = {};
  for (const { name } of tables) counts[name] = 0;
  for (const code of [null, ...codes]) {
    if (code !== null)
      await client.query("select set_config('app.municipality', $1, true)", [code]);
    const whose = code === null ? "" : ` where municipality_code = ${client.escapeLiteral(code)}`;
    for (const { name, isTenant } of tables) {
      if (isTenant !== (code !== null)) continue;
      const counted = await client.query<{ count: number }>(
        `select count(*) as count from ${client.escapeIdentifier(name)}${whose}`,
      );
      counts[name] = (counts[name] ?? 0) + Number(counted.rows[0]?.count ?? 0);
    }
  }
  return counts;
}

async function followLogs(
  owner: ClientConfig,
  at: string,
  codes: readonly MunicipalityCode[],
): Promise<Inspection["logs"]> {
  const opened = await connectAsApp(owner, at);
  if (opened.kind === "refused") return null;
  const { store, close } = opened.value;
  try {
    let broken = 0;
    for (const code of codes) {
      const verdict = await store.within(code, (tx) => tx.audit.verify());
      if (verdict.kind === "broken") broken++;
    }
    return { followed: codes.length, broken };
  } finally {
    await close();
  }
}
