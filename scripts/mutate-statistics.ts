/**
 * How good are the tests of the statistics? Makes small faults in the formulas, one at a time, and
 * counts those that some test notices.
 *
 *   npm run mutate                        every fault, about ten minutes on two cores
 *   npm run mutate -- wilson newcombe     only in files whose name holds one of the words
 *   npm run -s mutate -- --json           for machines
 *
 * Exits with 1 when less than 85 % are noticed.
 */
import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { findMutants, type Mutant } from "./mutate/find-mutants.ts";

const goal = 85;
const atOnce = 2;
const folder = join(import.meta.dirname, "../src/tabulation/statistics");

type Fate = "noticed" | "never ended" | "survived";
type Tried = Mutant & { readonly file: string; readonly fate: Fate };
type Sum = { readonly faults: number; readonly noticed: number; readonly neverEnded: number };

const asJson = process.argv.includes("--json");
const words = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const files = globSync("**/*.ts", { cwd: folder }).sort();
const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
const tests = files.filter((name) => name.endsWith(".test.ts"));
const mutated = files
  .filter((name) => !tests.includes(name) && !name.startsWith("testing/"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
if (mutated.length === 0) throw new Error(`no file's name holds ${words.join(" or ")}`);

const patience = await timeTests(mutated.flatMap(testsOf));
const waiting = mutated.flatMap((file) =>
  findMutants(texts.get(file) ?? "").map((mutant) => ({ ...mutant, file })),
);
const tried: Tried[] = [];
const total = waiting.length;
await Promise.all(Array.from({ length: atOnce }, work));
report();

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    tried.push({ ...next, fate: await fateOf(next.file, next) });
    const survivors = tried.filter(({ fate }) => fate === "survived").length;
    const told = `${tried.length} of ${total} faults tried, ${survivors} survived`;
    // Elsewhere than in a terminal a line now and then.
    if (process.stderr.isTTY) process.stderr.write(`\r${told} `);
    else if (tried.length % 50 === 0) process.stderr.write(`${told}\n`);
  }
}

async function fateOf(file: string, mutant: Mutant): Promise<Fate> {
  for (const test of testsOf(file)) {
    const fate = await runTest(test, patience.get(test) ?? 0, {
      url: pathToFileURL(join(folder, file)).href,
      ...mutant,
    });
    if (fate !== "survived") return fate;
  }
  return "survived";
}

/**
 * The file's own tests and the stored results: they notice nearly everything that any test does, and
 * running all that reach a distribution would take hours. A file without tests of its own: all.
 */
function testsOf(file: string): readonly string[] {
  const own = file.replace(/\.ts$/, ".test.ts");
  const results = tests.filter((test) => test === "oracle.test.ts" && reaches(test, file));
  if (tests.includes(own)) return [own, ...results];
  return [...results, ...tests.filter((test) => !results.includes(test) && reaches(test, file))];
}

function reaches(from: string, file: string, seen: Set<string> = new Set()): boolean {
  if (from === file) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const imports = (texts.get(from) ?? "").matchAll(/^import (?!type\b)[^;]*? from "(\.[^"]+)"/gm);
  return [...imports].some(([, path = ""]) => reaches(join(dirname(from), path), file, seen));
}

/** @returns how long each may take with a fault in it. Throws when a test fails without one. */
async function timeTests(wanted: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const patience = new Map<string, number>();
  for (const test of new Set(wanted)) {
    const begun = performance.now();
    const fate = await runTest(test, 120_000, {});
    if (fate !== "survived") throw new Error(`${test} fails without any fault: mend it first`);
    patience.set(test, 5000 + 4 * (performance.now() - begun));
  }
  return patience;
}

/** Ends at the first test that fails: the others would tell nothing more. */
function runTest(test: string, patience: number, mutant: object): Promise<Fate> {
  const serve = join(import.meta.dirname, "mutate/serve-mutant.ts");
  const lifeline = join(import.meta.dirname, "test/end-with-parent.ts");
  const child = spawn(
    process.execPath,
    [`--import=${serve}`, `--import=${lifeline}`, "--test-reporter=tap", join(folder, test)],
    {
      env: { ...process.env, MUTANT: JSON.stringify(mutant) },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let fate: Fate | undefined;
  function end(as: Fate): void {
    fate ??= as;
    child.kill("SIGKILL");
  }
  const clock = setTimeout(() => end("never ended"), patience);
  child.stdout.setEncoding("utf8").on("data", (said: string) => {
    if (/^\s*not ok /m.test(said)) end("noticed");
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(clock);
      resolve(fate ?? (code === 0 ? "survived" : "noticed"));
    });
  });
}

function report(): void {
  const result = {
    ...sum(tried),
    goal,
    files: mutated.map((file) => ({ file, ...sum(of(file)) })),
  };
  const survivors = mutated.flatMap(of).filter(({ fate }) => fate === "survived");
  process.exitCode = result.noticed >= goal ? 0 : 1;
  if (asJson) {
    console.log(JSON.stringify({ ...result, survivors }));
    return;
  }
  for (const { file, line, was, becomes } of survivors) {
    console.log(`survived  ${file}:${line}  ${was.replace(/\s+/g, " ")}  →  ${becomes}`);
  }
  for (const { file, faults, noticed } of result.files) {
    if (faults > 0) console.log(`${file.padEnd(36)} ${String(faults).padStart(4)}  ${noticed} %`);
  }
  const { faults, noticed, neverEnded } = result;
  console.log(`${noticed} % of ${faults} faults are noticed (goal ${goal} %),`);
  console.log(`${neverEnded} of them because the tests never ended.`);
}

function of(file: string): readonly Tried[] {
  return tried.filter((each) => each.file === file).sort((a, b) => a.start - b.start);
}

/** In percent with one decimal, never rounded up to the goal. */
function sum(faults: readonly Tried[]): Sum {
  const count = (fate: Fate) => faults.filter((each) => each.fate === fate).length;
  const noticed = faults.length === 0 ? 1 : 1 - count("survived") / faults.length;
  return {
    faults: faults.length,
    noticed: Math.floor(1000 * noticed) / 10,
    neverEnded: count("never ended"),
  };
}
