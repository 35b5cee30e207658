import type { ClientConfig } from "pg";
import { randomId, strongRandomness, systemClock } from "#kernel";
import { openDatabase } from "../open/open-database.ts";
import type { OpenStore } from "../open-store.ts";
import { asAdmin, startTestCluster, type TestCluster, withDatabase } from "./test-cluster.ts";

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
  const name = `${cluster.template}_${randomId(strongRandomness).slice(0, 8)}`;
  const [owner] = await asAdmin(
    cluster.admin,
    `select quote_ident(pg_get_userbyid(datdba)) as name from pg_database where datname = '${cluster.template}'`,
  );
  await asAdmin(
    cluster.admin,
    `create database ${name} template ${cluster.template} owner ${owner?.name} strategy file_copy`,
  );
  const config = withDatabase(cluster.owner, name);
  const opened = await openDatabase(config, { at: name, kind: "demo", clock: systemClock });
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  const { store, close } = opened.value;
  return { ...store, kind: "demo", close, ended: new Promise(() => {}), owner: config };
}

async function findCluster(): Promise<TestCluster> {
  const address = process.env[clusterVariable];
  if (address) return JSON.parse(address);
  own ??= startTestCluster(process.env.DATABASE_URL).then(({ cluster }) => cluster);
  return own;
}
