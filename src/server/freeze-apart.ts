import { Worker } from "node:worker_threads";
import type { FrozenHalfYear, LocalReleaseToFreeze } from "#compilation";
import type { Outcome } from "#kernel";

/** Freezes a half-year in a thread of its own: it counts for seconds and attacks for minutes. */
export async function freezeApart(
  order: LocalReleaseToFreeze,
  signal?: AbortSignal,
): Promise<Outcome<FrozenHalfYear>> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./freeze-worker.ts", import.meta.url), { workerData: order });
  const end = () => void worker.terminate();
  signal?.addEventListener("abort", end, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the freezing thread ended without an answer")));
    });
  } finally {
    signal?.removeEventListener("abort", end);
    await worker.terminate();
  }
}
