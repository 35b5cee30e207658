import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark, type Progress, type Result } from "./harness/benchmark.ts";
import { quantile } from "./harness/quantile.ts";
import { runSkillnad, runToEnd } from "./harness/run-command.ts";
import { projectFolder } from "./harness/running-program.ts";

const runs = 3;

export const compilingDemo: Benchmark = {
  ids: {
    "compile-34":
      "`skillnad compile --interim` of 34 deliveries with 3 070 cases, from the command to the release",
  },
  async measure(progress) {
    const folder = makeBenchFolder();
    const deliveries = join(folder, "deliveries");
    progress("inventing 34 municipalities");
    await runSkillnad(["demo-data", "--out", deliveries]);
    return [await compiling({ id: "compile-34", deliveries, folder, goal: 3 }, progress)];
  },
};

/** A large nation is invented once, and measured twice. */
export const compilingLarge: Benchmark = {
  ids: {
    "population-300k":
      "`skillnad demo-data` of 290 municipalities with 300 000 cases, lived through all decisions",
    "population-300k-memory": "the most memory (PSS) that it took",
    "compile-290": "`skillnad compile --interim` of those 290 deliveries, about 1 000 cases each",
    "recompile-300k":
      "those 290 deliveries compiled once more, every row read again, from the files to the release without its audit",
  },
  async measure(progress) {
    const folder = makeBenchFolder();
    const deliveries = join(folder, "deliveries");
    progress("inventing 290 municipalities with 300 000 cases, some minutes");
    const small = await runSkillnad(sizeOf(join(folder, "small"), 29, 30_000));
    const { seconds, megabytes } = await runSkillnad(sizeOf(deliveries, 290, 300_000));
    return [
      atMost({
        id: "population-300k",
        value: seconds,
        unit: "s",
        goal: 300,
        against: { what: "a tenth of it: 29 municipalities, 30 000 cases", value: small.seconds },
      }),
      atMost({
        id: "population-300k-memory",
        value: megabytes,
        unit: "MB",
        goal: 1000,
        against: { what: "a tenth of it", value: small.megabytes },
      }),
      await compiling({ id: "compile-290", deliveries, folder, goal: 20 }, progress),
      await recompiling({ id: "recompile-300k", deliveries, folder, goal: 10 }, progress),
    ];
  },
};

function sizeOf(out: string, municipalities: number, cases: number): readonly string[] {
  const size = ["--municipalities", String(municipalities), "--cases", String(cases)];
  return ["demo-data", "--out", out, ...size];
}

type Compiling = {
  readonly id: string;
  readonly deliveries: string;
  readonly folder: string;
  readonly goal: number;
};

async function compiling(
  { id, deliveries, folder, goal }: Compiling,
  progress: Progress,
): Promise<Result> {
  const taken: number[] = [];
  const floors: number[] = [];
  for (let run = 1; run <= runs; run++) {
    progress(`${id}: ${run} of ${runs}`);
    // Each by itself: a release must be in the ledger of those that lie beside it.
    const alone = join(folder, `${id}-${run}`);
    mkdirSync(alone);
    const { seconds } = await runSkillnad([
      "compile",
      deliveries,
      "--out",
      join(alone, "release"),
      // Of the nation alone: protecting and auditing regions have goals of their own.
      "--interim",
    ]);
    taken.push(seconds);
    floors.push(secondsOfReading(deliveries));
  }
  const against = {
    what: "reading the same files and parsing each line as JSON, nothing else",
    value: quantile(floors, 0.5),
  };
  return atMost({ id, value: quantile(taken, 0.5), unit: "s", goal, against });
}

async function recompiling(
  { id, deliveries, folder, goal }: Compiling,
  progress: Progress,
): Promise<Result> {
  progress(id);
  const alone = join(folder, id);
  mkdirSync(alone);
  const times = join(alone, "times.json");
  const program = join(projectFolder, "bench/harness/recompile.ts");
  const words = [program, deliveries, join(alone, "release"), times];
  // As the command line is started.
  await runToEnd([process.execPath, "--max-semi-space-size=32", ...words]);
  const { seconds } = JSON.parse(readFileSync(times, "utf8")) as { readonly seconds: number };
  const against = {
    what: "reading the same files and parsing each line as JSON, nothing else",
    value: secondsOfReading(deliveries),
  };
  return atMost({ id, value: seconds, unit: "s", goal, against });
}

function secondsOfReading(folder: string): number {
  const start = performance.now();
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, name), "utf8").split("\n")) {
      if (line !== "") JSON.parse(line);
    }
  }
  return (performance.now() - start) / 1000;
}
