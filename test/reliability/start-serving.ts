import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { living } from "../processes/running-program.ts";
import type { ServingOrder } from "./served.ts";

const entry = join(import.meta.dirname, "serving.ts");
const root = join(import.meta.dirname, "../..");

/** `serving.ts`, where it serves, and how it ends. */
export type Serving = {
  readonly pid: number;
  readonly address: string;
  readonly cookies: readonly string[];
  /** Fulfils with what it said as its last words. */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  /** Bytes, after everything dead is put away. */
  readonly holds: () => Promise<NodeJS.MemoryUsage>;
  readonly stop: () => Promise<void>;
};

/**
 * @param through a program that starts it, with its words.
 * @throws with its last words when it ends before it serves.
 */
export async function startServing(
  order: ServingOrder,
  through: readonly string[] = [],
): Promise<Serving> {
  const own = [process.execPath, "--expose-gc", "--max-semi-space-size=4", entry];
  const [command = "", ...words] = [...through, ...own, JSON.stringify(order)];
  const child = spawn(command, words, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
  const told: string[] = [];
  let isOver = false;
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  child.once("close", () => {
    isOver = true;
    end(told.join("\n"));
  });
  // Writing to one that was just killed tells what is known already.
  child.stdin.on("error", () => {});
  createInterface(child.stderr).on("line", (line) => told.push(line));
  const waiting: ((line: string) => void)[] = [];
  createInterface(child.stdout).on("line", (line) => waiting.shift()?.(line));
  const nextLine = () => {
    const line = new Promise<string>((resolve) => waiting.push(resolve));
    return Promise.race([line, ended.then((words) => Promise.reject(new Error(words)))]);
  };
  const { address, cookies } = JSON.parse((await nextLine()).replace(/^serves /, ""));
  return {
    pid: child.pid ?? 0,
    address,
    cookies,
    ended,
    hasEnded: () => isOver,
    async holds() {
      const answer = nextLine();
      child.stdin.write("what do you hold?\n");
      return JSON.parse((await answer).replace(/^holds /, ""));
    },
    async stop() {
      if (living([child.pid ?? 0]).length > 0) child.kill("SIGTERM");
      await ended;
    },
  };
}
