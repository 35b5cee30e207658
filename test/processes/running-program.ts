import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A Skillnad started as people start it, and what it has said so far. */
export type RunningProgram = {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Fulfils with the first match, or fails with what was said instead. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
};

/** Seconds that a start may take on a busy machine before the test gives up. */
const patience = 120;

export function startProgram(
  command: string,
  words: readonly string[],
  environment: { readonly [name: string]: string } = {},
): RunningProgram {
  const child = spawn(command, words, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.once("close", resolve);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  return {
    process: child,
    said: () => text,
    ended,
    async says(pattern) {
      for (let tenth = 0; tenth < patience * 10; tenth++) {
        const found = pattern.exec(text);
        if (found) return found;
        if (isOver) break;
        await pause(100);
      }
      throw new Error(`never said ${pattern}, but:\n${text}`);
    },
  };
}

/** A process, all that it started, and all that those started: process ids. */
export function processTree(root: number): readonly number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentOf(Number(name));
      return parent === undefined ? [] : [{ pid: Number(name), parent }];
    });
  const tree = [root];
  for (const pid of tree) {
    tree.push(...parents.filter(({ parent }) => parent === pid).map((each) => each.pid));
  }
  return tree;
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

/** Those of the processes that still live; one that only waits to be buried does not. */
export function living(pids: readonly number[]): readonly number[] {
  return pids.filter((pid) => {
    if (!existsSync(`/proc/${pid}`)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return stat.slice(stat.lastIndexOf(")") + 2)[0] !== "Z";
    } catch {
      return false;
    }
  });
}

export async function allEndWithin(pids: readonly number[], seconds: number): Promise<boolean> {
  for (let tenth = 0; tenth < seconds * 10; tenth++) {
    if (living(pids).length === 0) return true;
    await pause(100);
  }
  return living(pids).length === 0;
}

/** The program's own process: the one that runs the command line interface. */
export function mainProcess(tree: readonly number[]): number {
  const main = tree.find((pid) => {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words[0]?.endsWith("node") && words.includes("src/cli/index.ts");
  });
  if (main === undefined) throw new Error("the program is not running");
  return main;
}
