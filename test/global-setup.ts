import { clusterVariable, startTestCluster } from "../src/store/testing/index.ts";
import { folderVariable, makeFolder, removeFolder } from "./made-once.ts";

let stop: (() => Promise<void>) | undefined;

/** One database server and one folder for the whole run; the test processes find them in their environment. */
export async function globalSetup(): Promise<void> {
  const folder = makeFolder();
  const started = await startTestCluster(process.env.DATABASE_URL);
  stop = async () => {
    removeFolder(folder);
    await started.stop();
  };
  process.env[clusterVariable] = JSON.stringify(started.cluster);
  process.env[folderVariable] = folder;
}

export async function globalTeardown(): Promise<void> {
  await stop?.();
}
