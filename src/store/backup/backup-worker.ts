/** The program of the thread that makes a backup, or tries one: people who save meanwhile notice nothing. */
import { parentPort, workerData } from "node:worker_threads";
import { type Outcome, strongRandomness, systemClock } from "#kernel";
import { openCaseKeyBook } from "./case-key-book.ts";
import { drillBackup } from "./drill-backup.ts";
import { makeBackup } from "./make-backup.ts";
import type { BackupWork, WorkDone, WorkTold } from "./work-apart.ts";

const stopping = new AbortController();
parentPort?.once("message", () => stopping.abort());

const tell = (told: WorkTold) => parentPort?.postMessage(told);
const step = {
  clock: systemClock,
  randomness: strongRandomness,
  progress: (count: number, of: number) => tell({ kind: "progress", count, of }),
  signal: stopping.signal,
};

async function carryOut(work: BackupWork): Promise<Outcome<WorkDone>> {
  if (work.kind === "drill") {
    const { kind: _, stamp, ...order } = work;
    return drillBackup({ ...step, ...order, kind: stamp });
  }
  const { kind: _, ...order } = work;
  const made = await makeBackup({ ...step, ...order });
  // What could not be renewed when something was erased is tried again each time.
  if (made.kind === "done") await openCaseKeyBook(order.files).renew();
  return made;
}

tell({ kind: "ended", outcome: await carryOut(workerData as BackupWork) });
parentPort?.close();
