import { spawn } from "node:child_process";
import process from "node:process";
import { Refusal } from "./refusal.mjs";

/**
 * @typedef {{
 *   readonly file: string, readonly args: readonly string[], readonly cwd: string,
 *   readonly env?: NodeJS.ProcessEnv, readonly shell?: boolean,
 * }} Command
 * @typedef {(command: Command) => Promise<{ code: number, output: string }>} Run
 * @typedef {(why: string, run: Run) => Promise<void>} Act
 */

/**
 * Runs a program to its end and gives what it wrote. When we are told to stop, or npm above us is
 * gone (it cannot tell us when it is killed), the program is stopped first and nothing stays behind.
 *
 * @param {Command} command
 * @param {{ hasChild: (pid: number | undefined) => void }} turn
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runChild({ file, args, cwd, env = process.env, shell = false }, turn) {
  const child = spawn(file, args, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
  turn.hasChild(child.pid);
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.stderr.on("data", (chunk) => chunks.push(chunk));

  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 1500).unref();
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, stop);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) stop();
  }, 250);

  try {
    const code = await new Promise((resolve, reject) => {
      child.once("error", (error) =>
        reject(new Refusal(`${file} does not start: ${error.message}`)),
      );
      child.once("close", (status) => resolve(status ?? 1));
    });
    if (isStopping) throw new Refusal("Stopped; the next start does it again.");
    return { code, output: Buffer.concat(chunks).toString("utf8") };
  } finally {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, stop);
    turn.hasChild(undefined);
  }
}
