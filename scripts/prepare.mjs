/**
 * Makes a fresh clone ready, and costs nothing when it is: installs by the lockfile, then builds the
 * pages. Runs before every npm command, on whatever Node the machine has (20 or newer) and without
 * a single package; hence plain JavaScript with types in comments.
 *
 *   node scripts/prepare.mjs [--quiet] [--no-pages]
 *
 * Everything is told on stderr: stdout belongs to the command that follows.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildPages, whyBuild } from "./prepare/build-pages.mjs";
import { installPackages, linkPrograms, whyInstall, whyLink } from "./prepare/install-packages.mjs";
import { checkNode } from "./prepare/node-version.mjs";
import { Refusal } from "./prepare/refusal.mjs";
import { runChild } from "./prepare/run-child.mjs";
import { say } from "./prepare/tell.mjs";
import { takeTurn } from "./prepare/turn.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const wantsPages = !process.argv.includes("--no-pages");
const isQuiet = process.argv.includes("--quiet");

/** @type {readonly {why: () => string | undefined, act: import("./prepare/run-child.mjs").Act}[]} */
const steps = [
  { why: () => whyInstall(root), act: (why, run) => installPackages(root, why, run) },
  { why: () => whyLink(root), act: (why, run) => linkPrograms(root, why, run) },
  {
    why: () => (wantsPages ? whyBuild(root) : undefined),
    act: (why, run) => buildPages(root, why, run),
  },
];

try {
  checkNode(root);
  const isReady = steps.every((step) => step.why() === undefined);
  if (!isReady) await makeReady();
  else if (!isQuiet) say("Packages and pages are up to date.");
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** One at a time: whoever waited finds the work done, since each reason is asked for again. */
async function makeReady() {
  const cache = join(root, ".cache");
  try {
    mkdirSync(cache, { recursive: true });
  } catch (error) {
    throw new Refusal(`Cannot write in ${root}: ${/** @type {Error} */ (error).message}`);
  }
  const turn = await takeTurn(join(cache, "prepare.lock"), (owner) =>
    say(`Another Skillnad (process ${owner}) is preparing this folder; waiting for it.`),
  );
  try {
    for (const step of steps) {
      const why = step.why();
      if (why !== undefined) await step.act(why, (command) => runChild(command, turn));
    }
  } finally {
    turn.end();
  }
}
