/**
 * How good are the tests of the statistics, and of what hides? Makes small faults, one at a time, and
 * counts those that some test notices.
 *
 *   npm run mutate -- statistics                    every fault, about ten minutes on two cores
 *   npm run mutate -- statistics wilson newcombe    only in files whose name holds one of the words
 *   npm run mutate -- disclosure --sample 400       that many, drawn at random (the same each time)
 *   npm run mutate -- disclosure --sample 60 --seed 2    as many others
 *   npm run -s mutate -- statistics --json          for machines
 *
 * Exits with 1 when less than 85 % are noticed.
 */
import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { seededRandomness } from "#kernel";
import { findMutants, type Mutant } from "./mutate/find-mutants.ts";
import { mutatedRooms } from "./mutate/mutated-rooms.ts";

const goal = 85;
const atOnce = 2;

type Fate = "noticed" | "never ended" | "survived";
type Tried = Mutant & { readonly file: string; readonly fate: Fate };
type Sum = { readonly faults: number; readonly noticed: number; readonly neverEnded: number };

const { values: asked, positionals } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
  },
  allowPositionals: true,
});
const [name = "", ...words] = positionals;
const room = mutatedRooms[name];
if (!room) throw new Error(`name one of ${Object.keys(mutatedRooms).join(", ")}`);
const { folder, runs } = room;
const files = globSync("**/*.ts", { cwd: folder }).sort();
const texts = new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
const mutated = files
  .filter((path) => !path.endsWith(".test.ts") && !/(^|\/)testing\//.test(path))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
if (mutated.length === 0) throw new Error(`no file's name holds ${words.join(" or ")}`);

const patience = await timeTests(mutated.flatMap(testsOf));
const known = mutated.flatMap((file) =>
  findMutants(texts.get(file) ?? "").map((mutant) => ({ ...mutant, file })),
);
const waiting = drawn(known, asked.sample === undefined ? known.length : Number(asked.sample));
const tried: Tried[] = [];
const total = waiting.length;
await Promise.all(Array.from({ length: atOnce }, work));
report();

function testsOf(file: string): readonly string[] {
  return room?.testsOf(file, texts) ?? [];
}

/** As many as are wanted, each as likely as any other; with the same seed the same. */
function drawn<Each>(all: readonly Each[], wanted: number): Each[] {
  const { below } = seededRandomness(Number(asked.seed));
  const left = [...all];
  while (left.length > wanted) left.splice(below(left.length), 1);
  return left;
}

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
  // The quickest first: what they notice nobody has to wait for.
  const waits = (test: string) => patience.get(test) ?? 0;
  for (const test of testsOf(file).toSorted((one, other) => waits(one) - waits(other))) {
    const fate = await runTest(test, waits(test), {
      url: pathToFileURL(join(folder, file)).href,
      ...mutant,
    });
    if (fate !== "survived") return fate;
  }
  return "survived";
}

/** @returns how long each may take with a fault in it. Throws when a test fails without one. */
async function timeTests(wanted: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const patience = new Map<string, number>();
  for (const test of new Set(wanted)) {
    const begun = performance.now();
    const fate = await runTest(test, 600_000, {});
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
      env: { ...process.env, MUTANT: JSON.stringify({ ...mutant, runs }) },
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
  if (asked.json) {
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
