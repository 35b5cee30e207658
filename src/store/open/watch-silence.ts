import { type ClientConfig, DatabaseError } from "pg";
import { ownerClient } from "./connection.ts";
import type { RunningCluster } from "./running-cluster.ts";

/** In a row; one alone is a server that recovers. */
const mostMisses = 6;

/**
 * On a disk that no longer does as it is told the server recovers, fails and recovers again without end:
 * it lives, answers nobody and fills its log. Then it is ended, and says why; whoever watches the program
 * sees it end.
 * @param seconds of silence that are too many.
 * @returns what ends the watch.
 */
export function watchSilence(
  running: Pick<RunningCluster, "kill">,
  owner: ClientConfig,
  seconds: number,
): () => void {
  let misses = 0;
  let isAsking = false;
  const timer = setInterval(
    async () => {
      if (isAsking) return;
      isAsking = true;
      misses = (await answers(owner)) ? 0 : misses + 1;
      isAsking = false;
      if (misses < mostMisses) return;
      clearInterval(timer);
      running.kill();
    },
    (seconds * 1000) / mostMisses,
  ).unref();
  return () => clearInterval(timer);
}

/** Also one that has no connection to spare does. */
async function answers(owner: ClientConfig): Promise<boolean> {
  const client = ownerClient(owner);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof DatabaseError && !error.code?.startsWith("57P0");
  } finally {
    await client.end().catch(() => {});
  }
}
