import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const entry = join(import.meta.dirname, "publish.ts");

/**
 * Compiles the demo's release of all levels in a process of its own.
 * @returns whether it lies there; `false` also when it was stopped.
 */
export async function publishApart(
  workshop: string,
  round: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  const child = spawn(process.execPath, [entry, workshop, round], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  const [exitCode] = await once(child, "exit");
  return exitCode === 0;
}
