import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { DemoOrder } from "./demo-order.ts";

const entry = join(import.meta.dirname, "prepare.ts");

/**
 * Prepares the demo in a process of its own, whose memory is gone when it ends. What it says is said.
 * @param stopped ends it early.
 * @returns whether everything is prepared.
 */
export async function prepareApart(order: DemoOrder, stopped: Promise<void>): Promise<boolean> {
  const words = ["--max-semi-space-size=16", entry, JSON.stringify(order)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "inherit", "inherit"] });
  void stopped.then(() => child.kill("SIGTERM"));
  const [exitCode] = await once(child, "exit");
  return exitCode === 0;
}
