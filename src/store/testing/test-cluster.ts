import type { ClientConfig } from "pg";
import { type Outcome, problemSentence, randomId, strongRandomness, systemClock } from "#kernel";
import { appRole, ownerClient } from "../open/connection.ts";
import { takeDataFolder } from "../open/data-folder.ts";
import { openDatabase } from "../open/open-database.ts";
import { runCluster } from "../open/open-embedded.ts";
import { makeThrowAwayFolder } from "../open/throw-away-folder.ts";

/** A server for one run of the tests. Plain data: it travels to the test processes as JSON. */
export type TestCluster = {
  /** A role that may make databases. */
  readonly admin: ClientConfig;
  /** The ordinary role that owns the tables. */
  readonly owner: ClientConfig;
  /** A migrated, empty database to be copied. */
  readonly template: string;
};

export type StartedTestCluster = {
  readonly cluster: TestCluster;
  readonly stop: () => Promise<void>;
};

const namePrefix = "skillnad_test_";
const testOwner = "skillnad_test_owner";

/** Databases of earlier runs on somebody's server are dropped after this many days. */
const keptDays = 1;

/** An embedded cluster of our own, or with `databaseUrl` throw-away databases on that server. */
export async function startTestCluster(
  databaseUrl: string | undefined,
): Promise<StartedTestCluster> {
  const { admin, owner, stop } = databaseUrl
    ? await borrowServer(databaseUrl)
    : await startEmbedded();
  const template = `${namePrefix}${systemClock.now().slice(0, 10).replaceAll("-", "")}_${randomId(strongRandomness).slice(0, 8)}`;
  await asAdmin(admin, `create database ${template} owner ${ownerName(owner)}`);
  const place = { at: template, kind: "demo", clock: systemClock } as const;
  const { close } = sure(await openDatabase(withDatabase(owner, template), place));
  await close();
  return {
    cluster: { admin, owner, template },
    async stop() {
      await dropDatabases(admin, (name) => name.startsWith(template));
      await stop();
    },
  };
}

type Server = Pick<TestCluster, "admin" | "owner"> & { readonly stop: () => Promise<void> };

async function startEmbedded(): Promise<Server> {
  const { folder, remove } = await makeThrowAwayFolder(systemClock);
  const dataFolder = sure(await takeDataFolder(folder, "demo"));
  const options = { clock: systemClock, randomness: strongRandomness, isDurable: false };
  const { running, owner, superuser } = sure(await runCluster(dataFolder, options));
  return {
    admin: superuser,
    owner,
    async stop() {
      await running.stop();
      await dataFolder.release();
      remove();
    },
  };
}

async function borrowServer(connectionString: string): Promise<Server> {
  const admin = { connectionString };
  const [signedIn] = await asAdmin(
    admin,
    "select rolname, rolsuper from pg_roles where rolname = current_user",
  );
  const today = systemClock.now();
  await dropDatabases(admin, (name) => isOld(name, today));
  const stop = async () => {};
  if (!signedIn?.rolsuper) return { admin, owner: admin, stop };
  // Row-level security does not hold for a superuser, so the tables get an ordinary owner.
  for (const role of [testOwner, appRole]) await asAdmin(admin, `create role ${role}`, "42710");
  await asAdmin(admin, `grant ${appRole} to ${testOwner}`);
  return { admin, owner: { ...admin, options: `-c role=${testOwner}` }, stop };
}

function ownerName(owner: ClientConfig): string {
  return owner.options ? testOwner : (owner.user ?? "default");
}

/** @param forgiven an SQLSTATE that may come back: it is as wanted already. */
export async function asAdmin(
  admin: ClientConfig,
  statement: string,
  forgiven?: string,
): Promise<readonly { readonly [column: string]: unknown }[]> {
  const client = ownerClient(admin);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === forgiven) return [];
    throw error;
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function withDatabase(config: ClientConfig, database: string): ClientConfig {
  if (config.connectionString === undefined) return { ...config, database };
  const url = new URL(config.connectionString);
  url.pathname = `/${database}`;
  return { ...config, connectionString: url.href };
}

async function dropDatabases(
  admin: ClientConfig,
  isDropped: (name: string) => boolean,
): Promise<void> {
  const found = await asAdmin(admin, "select datname from pg_database");
  for (const { datname } of found) {
    // One that is still in use (55006) is left to a later run.
    if (isDropped(String(datname))) await asAdmin(admin, `drop database ${datname}`, "55006");
  }
}

function isOld(name: string, now: string): boolean {
  const day = /^skillnad_test_(\d{4})(\d\d)(\d\d)_/.exec(name);
  if (!day) return false;
  const age = Date.parse(now) - Date.parse(`${day[1]}-${day[2]}-${day[3]}`);
  return age > (keptDays + 1) * 86_400_000;
}

function sure<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === "done") return outcome.value;
  throw new Error(outcome.problems.map((found) => problemSentence(found, "en")).join("\n"));
}
