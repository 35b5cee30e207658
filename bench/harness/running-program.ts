import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pollUntil } from "./poll-until.ts";
import { processTree } from "./process-tree.ts";
import { atEnd } from "./tidying.ts";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

export type RunningProgram = {
  readonly pid: number;
  /** Waits for words on its standard output. @throws when it ends without having said them. */
  readonly said: (words: RegExp) => Promise<string>;
  /** @throws with its last words when it has ended. */
  readonly checkAlive: () => void;
  readonly hasEnded: () => boolean;
  /** For a program that ends by itself. @throws with its last words unless it ended well. */
  readonly checkSucceeded: () => void;
  /** Ends it as a user would, and waits until nothing that it started is left. */
  readonly stop: () => Promise<void>;
};

/** Seconds; the first start of a demo on a busy machine takes some. */
const longestStart = 180;
const longestStop = 40;

export function startProgram(
  command: readonly string[],
  variables: { readonly [name: string]: string },
  folder = projectFolder,
): RunningProgram {
  const [file = "", ...words] = command;
  const child = spawn(file, words, {
    cwd: folder,
    env: { ...ownEnvironment(), ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = { output: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    told.output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    told.errors += text;
  });
  child.on("error", (error) => {
    told.errors += error.message;
  });
  const name = command.join(" ").replaceAll(projectFolder, "");
  function checkAlive(): void {
    if (!hasEnded(child)) return;
    throw new Error(`${name} ended: ${lastLine(told.errors) || lastLine(told.output)}`);
  }
  return {
    pid: child.pid ?? 0,
    checkAlive,
    hasEnded: () => hasEnded(child),
    checkSucceeded() {
      if (child.exitCode === 0) return;
      throw new Error(`${name} failed: ${lastLine(told.errors) || lastLine(told.output)}`);
    },
    async said(words) {
      return await pollUntil(`${name} says ${words}`, longestStart, () => {
        const found = words.exec(told.output)?.[0];
        if (found === undefined) checkAlive();
        return found;
      });
    },
    stop: atEnd(() => stopTree(child)),
  };
}

/** What package.json runs for a command, without npm: the program's own processes and no others. */
export function scriptCommand(
  name: "demo" | "start" | "skillnad",
  node = process.execPath,
): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
  const [exec, program, ...words] = String(scripts[name]).split(" ");
  if (exec !== "exec" || program !== "node") throw new Error(`npm run ${name} runs no node`);
  return [node, ...words];
}

/** How npm calls npm; without it, the one on the PATH. */
export function npmCommand(...words: readonly string[]): readonly string[] {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  return node && npm ? [node, npm, ...words] : ["npm", ...words];
}

/** Without what would lead the program to somebody's real data, or npm to another folder. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(?:PORT|SKILLNAD_\w+|DATABASE_URL|INIT_CWD|npm_\w+)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function stopTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const family = processTree(child.pid);
  if (!hasEnded(child)) child.kill("SIGTERM");
  try {
    await pollUntil("a program ends", longestStop, () =>
      hasEnded(child) && !family.some(isRunning) ? true : undefined,
    );
  } catch (error) {
    for (const pid of family.filter(isRunning)) process.kill(pid, "SIGKILL");
    throw error;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
