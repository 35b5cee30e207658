import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startTestCluster } from "#store/testing";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark, type Progress } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { demoAccount, signIn } from "./harness/demo-visitor.ts";
import { canSeeProcesses, memoryOf, processTree } from "./harness/process-tree.ts";
import { startProgram } from "./harness/running-program.ts";
import { atEnd } from "./harness/tidying.ts";

/** Seconds without a request: by then spare connections have left. */
const quiet = 20;

export const idleMemory: Benchmark = {
  ids: {
    "idle-memory":
      "memory (PSS) of the whole process tree, 20 s after somebody looked at Start and the unit's figures",
  },
  async measure(progress) {
    if (!canSeeProcesses()) throw new Error("only Linux tells the memory of a process tree");
    // Pages of one file are divided among all that run it, and we run Node ourselves: of a copy of
    // its own every page counts in full.
    const node = join(makeBenchFolder(), basename(process.execPath));
    copyFileSync(process.execPath, node);
    const value = await memoryOfDemo(node, progress);
    const floor = await memoryOfNothing(node);
    const against = { what: "an empty database and a Node that does nothing", value: floor };
    return [atMost({ id: "idle-memory", value, unit: "MB", goal: 220, against })];
  },
};

async function memoryOfDemo(node: string, progress: Progress): Promise<number> {
  progress("starting the demo");
  const { program, origin } = await startDemo({ node });
  const visitor = await signIn(origin, await demoAccount(origin, "caseWorker"));
  await (await fetch(origin)).text();
  await visitor.request("GET /api/start");
  await visitor.request(`GET /api/units/${visitor.unit}/figures`);
  progress(`waiting ${quiet} s`);
  await pause(quiet * 1000);
  program.checkAlive();
  const taken = visibleMemory(processTree(program.pid), progress);
  await program.stop();
  return taken;
}

/** The same two programs with nothing to do. */
async function memoryOfNothing(node: string): Promise<number> {
  const { stop } = await startTestCluster(undefined);
  const stopCluster = atEnd(stop);
  const nothing = startProgram([node, "-e", "setInterval(() => {}, 1e9)"], {});
  await pause(1000);
  const ours = processTree(process.pid).filter((pid) => pid !== process.pid);
  const { megabytes } = memoryOf(ours);
  await nothing.stop();
  await stopCluster();
  return megabytes;
}

function visibleMemory(pids: readonly number[], progress: Progress): number {
  const { megabytes, hidden } = memoryOf(pids);
  if (hidden > 0) progress(`${hidden} of ${pids.length} processes are not ours to look at`);
  return megabytes;
}
