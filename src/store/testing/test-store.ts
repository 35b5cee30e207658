import type { ClientConfig } from "pg";
import { randomId, strongRandomness, systemClock } from "#kernel";
import { openDatabase } from "../open/open-database.ts";
import type { OpenStore } from "../open-store.ts";
import type { Store } from "../store.ts";
import { asAdmin, startTestCluster, type TestCluster, withDatabase } from "./test-cluster.ts";
import { takeTurn } from "./turn.ts";

/** An empty store of its own for one test file: PostgreSQL as in earnest, without its promises of durability. */
export type TestStore = OpenStore & {
  /** For tests of the database itself: how the tables' owner signs in. */
  readonly owner: ClientConfig;
};

/** Where `test/global-setup.ts` leaves the address of the run's cluster. */
export const clusterVariable = "SKILLNAD_TEST_CLUSTER";

let own: Promise<TestCluster> | undefined;

/**
 * A copy of the run's migrated template. A file that is run alone starts a cluster for itself, which
 * ends with its process. Close it in `after`, or the test file does not end.
 */
export async function openTestStore(): Promise<TestStore> {
  const cluster = await findCluster();
  return await openStoreIn(cluster, await copyOf(cluster, cluster.template));
}

/**
 * The same, with something in it that takes long to write. The first file of the run that asks for it
 * fills it, the others wait for that and get a copy.
 * @param name of what `fill` writes, and nothing else is called so: lower-case letters, digits and `_`.
 */
export async function openFilledStore(
  name: string,
  fill: (store: Store) => Promise<void>,
): Promise<TestStore> {
  const cluster = await findCluster();
  const filled = `${cluster.template}_${name}`;
  await inTurn(name, async () => {
    const isThere = `select from pg_database where datname = '${filled}'`;
    if ((await asAdmin(cluster.admin, isThere)).length > 0) return;
    const copy = await copyOf(cluster, cluster.template);
    const store = await openStoreIn(cluster, copy);
    await fill(store);
    await store.close();
    await asAdmin(cluster.admin, `alter database ${copy} rename to ${filled}`);
  });
  return await openStoreIn(cluster, await copyOf(cluster, filled));
}

/** While `work` is under way no other test process of the run does what has the same name. */
export async function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const turn = await takeTurn((await findCluster()).admin, name);
  try {
    return await work();
  } finally {
    await turn.end();
  }
}

/** @returns the new database's name. */
async function copyOf(cluster: TestCluster, original: string): Promise<string> {
  const name = `${cluster.template}_${randomId(strongRandomness).slice(0, 8)}`;
  const [owner] = await asAdmin(
    cluster.admin,
    `select quote_ident(pg_get_userbyid(datdba)) as name from pg_database where datname = '${original}'`,
  );
  await asAdmin(
    cluster.admin,
    `create database ${name} template ${original} owner ${owner?.name} strategy file_copy`,
  );
  return name;
}

async function openStoreIn(cluster: TestCluster, name: string): Promise<TestStore> {
  const config = withDatabase(cluster.owner, name);
  const opened = await openDatabase(config, { at: name, kind: "demo", clock: systemClock });
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  const { store, connections, close } = opened.value;
  const ended = new Promise<string>(() => {});
  return { ...store, kind: "demo", connections, close, ended, owner: config };
}

export async function findCluster(): Promise<TestCluster> {
  const address = process.env[clusterVariable];
  if (address) return JSON.parse(address);
  own ??= startTestCluster(process.env.DATABASE_URL).then(({ cluster }) => cluster);
  return own;
}
