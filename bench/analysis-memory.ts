import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { canSeeProcesses } from "./harness/process-tree.ts";
import { runToEnd } from "./harness/run-command.ts";
import { projectFolder, scriptCommand } from "./harness/running-program.ts";

export const analysisMemory: Benchmark = {
  ids: {
    "analysis-memory":
      "the most memory (PSS) of a process that opens a kept extract of 300 000 cases and counts all tables of all municipalities, then one of ten million cases and crosses two questions",
  },
  async measure(progress) {
    if (!canSeeProcesses()) throw new Error("only Linux tells the memory of a process");
    // As in `idle-memory`: of a copy of its own every page counts in full.
    const node = join(makeBenchFolder(), basename(process.execPath));
    copyFileSync(process.execPath, node);
    // With the options that the server is started with, without the server.
    const asServer = scriptCommand("start", node).slice(0, -2);
    const megabytesOf = async (cases: number, crossed: number) => {
      progress(`keeping ${cases} cases to count and ${crossed} to cross`);
      const folder = makeBenchFolder();
      const sizes = [cases, crossed].map(String);
      await runToEnd([process.execPath, program("keep-extracts.ts"), folder, ...sizes]);
      progress("counting them");
      return (await runToEnd([...asServer, program("count-kept.ts"), folder])).megabytes;
    };
    const value = await megabytesOf(300_000, 10_000_000);
    const floor = await megabytesOf(1_000, 1_000);
    const against = { what: "the same with a thousand cases in each", value: floor };
    return [atMost({ id: "analysis-memory", value, unit: "MB", goal: 600, against })];
  },
};

function program(name: string): string {
  return join(projectFolder, "bench/harness", name);
}
