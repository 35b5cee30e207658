import { clusterVariable, startTestCluster } from "../src/store/testing/index.ts";

let stop: (() => Promise<void>) | undefined;

/** One database server for the whole run; the test processes find it in their environment. */
export async function globalSetup(): Promise<void> {
  const started = await startTestCluster(process.env.DATABASE_URL);
  stop = started.stop;
  process.env[clusterVariable] = JSON.stringify(started.cluster);
}

export async function globalTeardown(): Promise<void> {
  await stop?.();
}
