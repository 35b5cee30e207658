/**
 * `npm test`: every test there is, the static checks among them (test/architecture/checks.test.ts),
 * so that one summary covers all. `npm test -- src/kernel journeys` runs the files whose path holds
 * one of the words; what begins with `-` goes on to Node's test runner. `npm test -- --write-proof`
 * writes what became of every promise into docs/how-it-is-tested.md; `-- --slowest` lists at the end the
 * files that took longest.
 */
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { type RunOptions, run } from "node:test";
import { spec } from "node:test/reporters";
import { collectResults } from "./proof/collect-results.ts";
import { proofFiles, thisOccasion, writeProof } from "./proof/proof-files.ts";
import { writePage } from "./proof/write-page.ts";
import "./test/end-with-parent.ts";
import { tellSlowest } from "./test/tell-slowest.ts";

const root = join(import.meta.dirname, "..");
const words = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const proofOption = "--write-proof";
const isProof = process.argv.includes(proofOption);
const slowestOption = "--slowest";
const ownOptions: readonly string[] = [proofOption, slowestOption];
const options = process.argv
  .slice(2)
  .filter((argument) => argument.startsWith("-") && !ownOptions.includes(argument));

const files = ["scripts", "src", "test", "bench"]
  .flatMap((folder) => globSync(`${folder}/**/*.test.{ts,tsx}`, { cwd: root }))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort(slowestFirst);

if (files.length === 0) {
  console.error(`No test file's path holds ${words.join(" or ")}.`);
  process.exit(1);
}

if (isProof && words.length > 0) {
  console.error(`${proofOption} is of the whole suite: leave out ${words.join(" ")}.`);
  process.exit(1);
}
// Before anything runs: the run itself may write files.
const occasion = isProof ? thisOccasion(availableParallelism()) : undefined;
const results = collectResults(root);

// What one test process has read of the program, the next one need not read again.
process.env.NODE_COMPILE_CACHE ??= join(root, ".cache/compiled");

/** Milliseconds of each file's own process. */
const durations = new Map<string, number>();

const stop = new AbortController();

/** The types of Node 24.19 do not know the global setup yet. */
const plan: RunOptions & { readonly globalSetupPath: string } = {
  cwd: root,
  files,
  // Two cores, and one more to work while another waits for a page, a database or a lock.
  concurrency: 3,
  globalSetupPath: join(root, "test/global-setup.ts"),
  execArgv: ["--import=./scripts/test/end-with-parent.ts", ...options],
  signal: stop.signal,
};

/** A file that never ends (a server left open after a failure) is stopped, and named by the runner. */
const patience = setTimeout(() => {
  console.error("Nothing has happened for four minutes: what still runs is stopped.");
  stop.abort();
}, 240_000).unref();

run(plan)
  .on("data", () => patience.refresh())
  .on("test:summary", ({ file, success, duration_ms }) => {
    if (file !== undefined) return void durations.set(relative(root, file), duration_ms);
    if (process.argv.includes(slowestOption)) tellSlowest(durations);
    if (!success) process.exitCode = 1;
    if (occasion === undefined || stop.signal.aborted) return;
    writeProof(proofFiles.tests, { ...occasion, files: results.files() });
    writePage();
  })
  .on("test:pass", results.passed)
  .on("test:fail", results.failed)
  .compose(spec)
  .pipe(process.stdout);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    process.exitCode = 1;
    stop.abort();
  });
}

/** Journeys and checks take longest: begun first, they do not keep everybody waiting at the end. */
function slowestFirst(a: string, b: string): number {
  const weight = (file: string) => (file.startsWith("test/") ? 0 : 1);
  return weight(a) - weight(b) || (a < b ? -1 : 1);
}
