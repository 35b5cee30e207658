import { Worker } from "node:worker_threads";
import type { Outcome } from "#kernel";
import type { StorePlace } from "../open/reach-owner.ts";
import type { StampKind } from "../schema.ts";

export type BackupWork =
  | {
      readonly kind: "backup";
      readonly place: StorePlace;
      readonly files: string;
      readonly out: string;
      readonly recipients: readonly string[];
    }
  | {
      readonly kind: "drill";
      readonly file: string;
      /** Held in memory while it lasts, and written nowhere. */
      readonly identities: readonly string[];
      readonly stamp: StampKind;
    };

/** What both have; a backup also how large it is, a drill also whose log does not hold. */
export type WorkDone = {
  readonly sha256: string;
  readonly bytes?: number;
  readonly brokenChains?: readonly string[];
};

export type WorkTold =
  | { readonly kind: "progress"; readonly count: number; readonly of: number }
  | { readonly kind: "ended"; readonly outcome: Outcome<WorkDone> };

/** Tidies up after itself within this time when it is stopped; milliseconds. */
const patience = 15_000;

/** Does it in a thread of its own: it reads for seconds, and compresses and encrypts all the while. */
export async function workApart(
  work: BackupWork,
  progress: (count: number, of: number) => void,
  signal: AbortSignal,
): Promise<Outcome<WorkDone>> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./backup-worker.ts", import.meta.url), { workerData: work });
  const stop = () => {
    worker.postMessage("stop");
    setTimeout(() => void worker.terminate(), patience).unref();
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.on("message", (told: WorkTold) => {
        if (told.kind === "progress") progress(told.count, told.of);
        else resolve(told.outcome);
      });
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the thread ended without an answer")));
    });
  } finally {
    signal.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
