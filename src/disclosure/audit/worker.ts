import { parentPort } from "node:worker_threads";
import { type AttackJob, attackComponent } from "./attack-component.ts";
import type { WorkerMessage } from "./in-threads.ts";
import { loadSolver } from "./width-programs.ts";

// One job at a time, until the one who hands them out lets the thread go.
const highs = await loadSolver();
parentPort?.on("message", ({ job, index }: { readonly job: AttackJob; readonly index: number }) => {
  const tell = (message: WorkerMessage) => parentPort?.postMessage(message);
  const findings = attackComponent(highs, job, () => tell({ kind: "attacked" }));
  tell({ kind: "finished", index, findings });
});
