import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type AttackJob, attackComponent, type JobFindings } from "./attack-component.ts";
import { loadSolver } from "./width-programs.ts";

export type WorkerMessage =
  | { readonly kind: "attacked" }
  | { readonly kind: "finished"; readonly index: number; readonly findings: JobFindings };

/** All these jobs, the findings in their order; `undefined` if the signal came before the end. */
export type Attack = (jobs: readonly AttackJob[]) => Promise<readonly JobFindings[] | undefined>;

export type Threads = {
  readonly attack: Attack;
  close(): Promise<void>;
};

/**
 * So many threads, started with the first job. Without threads it happens here, a job at a time: for sets
 * so small that a thread would take longer to start. An attack rejects if a thread fails: that is a bug,
 * or the machine's memory. `attacked` is called after each attacker.
 */
export function openThreads(
  threads: number,
  attacked: () => void,
  signal: AbortSignal | undefined,
): Threads {
  if (threads === 0) {
    return { attack: (jobs) => attackHere(jobs, attacked, signal), close: async () => {} };
  }
  const workers: Worker[] = [];
  return {
    attack: async (jobs) => {
      if (signal?.aborted) return undefined;
      while (workers.length < Math.min(threads, jobs.length)) {
        workers.push(new Worker(new URL("worker.ts", import.meta.url)));
      }
      const cancelled = Promise.withResolvers<undefined>();
      const cancel = () => cancelled.resolve(undefined);
      signal?.addEventListener("abort", cancel, { once: true });
      try {
        return await Promise.race([shareOut(jobs, workers, attacked), cancelled.promise]);
      } finally {
        signal?.removeEventListener("abort", cancel);
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

async function shareOut(
  jobs: readonly AttackJob[],
  workers: readonly Worker[],
  attacked: () => void,
): Promise<readonly JobFindings[]> {
  const results: JobFindings[] = [];
  const waiting = jobs.entries();
  await Promise.all(workers.map(runJobs));
  return results;

  function runJobs(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        worker.off("error", fail).off("exit", exit).off("message", receive);
        resolve();
      };
      const fail = (error: Error) => reject(error);
      const exit = () => reject(new Error("a thread of the audit ended too soon"));
      const handOut = () => {
        const next = waiting.next();
        if (next.done) end();
        else worker.postMessage({ index: next.value[0], job: next.value[1] });
      };
      const receive = (message: WorkerMessage) => {
        if (message.kind === "attacked") return attacked();
        results[message.index] = message.findings;
        handOut();
      };
      worker.on("error", fail).on("exit", exit).on("message", receive);
      handOut();
    });
  }
}

async function attackHere(
  jobs: readonly AttackJob[],
  attacked: () => void,
  signal: AbortSignal | undefined,
): Promise<readonly JobFindings[] | undefined> {
  const highs = await loadSolver();
  const results: JobFindings[] = [];
  for (const job of jobs) {
    if (signal?.aborted) return undefined;
    results.push(attackComponent(highs, job, attacked));
    await setImmediate();
  }
  return signal?.aborted ? undefined : results;
}
