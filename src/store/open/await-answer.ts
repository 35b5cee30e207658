import { setTimeout as pause } from "node:timers/promises";
import { type Client, type ClientConfig, DatabaseError } from "pg";
import { appRole, ownerClient } from "./connection.ts";
import { superuserName } from "./initialise-cluster.ts";
import type { RunningCluster } from "./running-cluster.ts";
import type { Secrets } from "./secrets.ts";

/** A running server with our database in it, and how its owner signs in. */
export type AnsweringCluster = {
  readonly running: RunningCluster;
  readonly owner: ClientConfig;
  readonly superuser: ClientConfig;
};

type Answer =
  | { readonly kind: "done"; readonly value: AnsweringCluster }
  | { readonly kind: "silent"; readonly reason: string };

const ownerName = "skillnad_owner";
const databaseName = "skillnad";

/**
 * Waits until the server answers, however long it recovers, and makes the roles and the database
 * where they are missing: an earlier start may have been interrupted before that.
 */
export async function awaitAnswer(
  running: RunningCluster,
  secrets: Secrets,
  isNew: boolean,
): Promise<Answer> {
  const { host, port } = running;
  const owner = ownerAt(running, secrets);
  const superuser = {
    ...{ host, port, database: "postgres" },
    ...{ user: superuserName, password: secrets.superuser },
  };
  try {
    const hasDatabase = !isNew && (await connects(running, owner));
    if (!hasDatabase) await makeDatabase(running, superuser, secrets.owner);
    return { kind: "done", value: { running, owner, superuser } };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "silent", reason: `PostgreSQL does not start: ${error.message}` };
  }
}

/** How the owner signs in to a server that runs there. */
export function ownerAt(
  { host, port }: Pick<RunningCluster, "host" | "port">,
  secrets: Secrets,
): ClientConfig {
  return { host, port, user: ownerName, password: secrets.owner, database: databaseName };
}

/** `false`: the server answers, and does not know the role or the database. */
async function connects(running: RunningCluster, config: ClientConfig): Promise<boolean> {
  try {
    await (await connectPatiently(running, config)).end();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && /^(28P01|3D000)$/.test(error.code ?? "")) return false;
    throw error;
  }
}

async function connectPatiently(running: RunningCluster, config: ClientConfig): Promise<Client> {
  for (;;) {
    const client = ownerClient(config);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (running.hasEnded()) throw new Error(await running.ended);
      if (!isNotYetReady(error)) throw error;
      await pause(15);
    }
  }
}

/** No socket yet, or «the database system is starting up» (57P03). */
function isNotYetReady(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03"].includes(code);
}

async function makeDatabase(
  running: RunningCluster,
  superuser: ClientConfig,
  ownerPassword: string,
): Promise<void> {
  const client = await connectPatiently(running, superuser);
  try {
    const password = client.escapeLiteral(ownerPassword);
    const roles = await client.query("select from pg_roles where rolname = $1", [ownerName]);
    if (roles.rowCount === 0) {
      await client.query(`
        create role ${ownerName} login nosuperuser nocreatedb nobypassrls password ${password};
        create role ${appRole} nologin noinherit;
        grant ${appRole} to ${ownerName};
      `);
    }
    await client.query(`create database ${databaseName} owner ${ownerName}`);
    await client.query(`revoke all on database ${databaseName} from public`);
  } finally {
    await client.end();
  }
}
