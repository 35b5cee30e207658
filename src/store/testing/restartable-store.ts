import { strongRandomness, systemClock } from "#kernel";
import { ownerClient } from "../open/connection.ts";
import { takeDataFolder } from "../open/data-folder.ts";
import { openDatabase } from "../open/open-database.ts";
import { runCluster } from "../open/open-embedded.ts";
import { makeThrowAwayFolder } from "../open/throw-away-folder.ts";
import type { Store } from "../store.ts";

/** A store on a server that is not the program's own, as with DATABASE_URL: it may end and come back. */
export type RestartableStore = {
  readonly store: Store;
  readonly stopServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  /** Ends every connection of the program's, in the middle of what it does. @returns how many. */
  readonly resetConnections: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function openRestartableStore(): Promise<RestartableStore> {
  const { folder, remove } = await makeThrowAwayFolder(systemClock);
  const dataFolder = await takeDataFolder(folder, "demo");
  if (dataFolder.kind === "refused") throw new Error(JSON.stringify(dataFolder.problems));
  const passedIn = { clock: systemClock, randomness: strongRandomness, isDurable: false };
  const start = async () => {
    const started = await runCluster(dataFolder.value, passedIn);
    if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
    return started.value;
  };
  let server = await start();
  const place = { at: folder, kind: "demo", clock: systemClock } as const;
  const opened = await openDatabase(server.owner, place);
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  return {
    store: opened.value.store,
    stopServer: () => server.running.stop(),
    async startServer() {
      server = await start();
    },
    async resetConnections() {
      const client = ownerClient(server.superuser);
      await client.connect();
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = $1 and backend_type = 'client backend' and pid <> pg_backend_pid()`,
        [server.owner.database],
      );
      await client.end();
      return rowCount ?? 0;
    },
    async close() {
      await opened.value.close();
      await server.running.stop();
      await dataFolder.value.release();
      remove();
    },
  };
}
