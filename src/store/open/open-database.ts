import { Kysely, PostgresDialect } from "kysely";
import { type Client, type ClientConfig, DatabaseError } from "pg";
import { done, type Outcome, problem, refused } from "#kernel";
import type { OpenStore } from "../open-store.ts";
import type { Schema } from "../schema.ts";
import { type Store, storeOn } from "../store.ts";
import { ensureAppRole } from "./app-role.ts";
import { appPool, ownerClient } from "./connection.ts";
import { type Migrating, migrate } from "./migrate.ts";
import { preparingPool } from "./preparing-pool.ts";

export type OpenDatabase = {
  readonly store: Store;
  readonly connections: OpenStore["connections"];
  readonly close: () => Promise<void>;
};

const oldestVersion = 150_000;

/**
 * The same for an embedded and any other server, once it answers: role, migrations, stamp, pool.
 * Problems: database-unreachable, database-unusable and those of `migrate`.
 */
export async function openDatabase(
  owner: ClientConfig,
  migrating: Migrating,
): Promise<Outcome<OpenDatabase>> {
  const { at } = migrating;
  const client = ownerClient(owner);
  try {
    await client.connect();
    const obstacle = await obstacleIn(client);
    if (obstacle !== undefined) {
      return refused(problem("database-unusable", at, { reason: obstacle }));
    }
    const migrated = await migrate(client, migrating);
    if (migrated.kind === "refused") return migrated;
  } catch (error) {
    return refused(connectionProblem(error, at));
  } finally {
    await client.end();
  }
  return connectAsApp(owner, at);
}

/** What keeps the program from using the server, as the end of a sentence. */
export async function obstacleIn(client: Client): Promise<string | undefined> {
  return (await checkVersion(client)) ?? (await ensureAppRole(client));
}

/** Only a pool that has shown that it can connect is handed on. */
export async function connectAsApp(
  owner: ClientConfig,
  at: string,
): Promise<Outcome<OpenDatabase>> {
  const pool = appPool(owner);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
  const store = storeOn(db);
  try {
    await store.municipalities();
    return done({
      store,
      connections: () => ({
        open: pool.totalCount,
        idle: pool.idleCount,
        waiting: pool.waitingCount,
      }),
      close: () => db.destroy(),
    });
  } catch (error) {
    await db.destroy();
    return refused(connectionProblem(error, at));
  }
}

async function checkVersion(client: Client): Promise<string | undefined> {
  const { rows } = await client.query(
    "select current_setting('server_version') as name, current_setting('server_version_num')::int as number",
  );
  return rows[0].number < oldestVersion
    ? `PostgreSQL ${rows[0].name} is too old; 15 or later is needed.`
    : undefined;
}

/** Errors of the network and of the server's refusal to let us in; others are told as they are. */
export function connectionProblem(error: unknown, at: string) {
  // A fault of ours must not be told as the database's.
  if (!(error instanceof Error) || error instanceof TypeError) throw error;
  const reason = `${firstMessage(error)}.`;
  const isRefusal = error instanceof DatabaseError && !/^(28|3D|57P0)/.test(error.code ?? "");
  return isRefusal
    ? problem("database-unusable", at, { reason })
    : problem("database-unreachable", at, { reason });
}

function firstMessage(error: Error): string {
  // Several addresses of one host give an AggregateError, whose own message is empty.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
