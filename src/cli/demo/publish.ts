/**
 * The program of the publishing process: protects and attacks all levels while the demo is used. The work
 * is done in a thread, so that the process notices at once when whoever started it is gone: then its
 * standard input ends, also if that was before it had begun.
 */
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { fail } from "../fail.ts";
import { compileDemo } from "./compile-demo.ts";
import { releaseIn } from "./demo-order.ts";

if (isMainThread) {
  // Whoever uses the demo goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.stdin.once("close", () => process.exit(1));
  process.stdin.resume();
  process.stdin.unref();
  const worker = new Worker(import.meta.filename, { workerData: process.argv.slice(2) });
  const [exitCode] = await once(worker, "exit");
  process.exitCode = exitCode;
} else {
  const [workshop = "", round = ""] = workerData as readonly string[];
  const compiled = await compileDemo(workshop, releaseIn(workshop, round), { isInterim: false });
  if (compiled.kind === "refused") fail(compiled.problems);
}
