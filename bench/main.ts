/** Every speed and memory goal: npm run bench -- [--json] [--only id,id] [--write] */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { swedishDay, systemClock } from "#kernel";
import { a4Pdf } from "./a4-pdf.ts";
import { countingAll } from "./all-tables.ts";
import { analysisMemory } from "./analysis-memory.ts";
import { backingUp } from "./backing-up.ts";
import { compilingDemo, compilingLarge } from "./compiling.ts";
import { crosstabAgainstFloor, crosstabAgainstPostgresql, crosstabGrowing } from "./crosstab.ts";
import { delivering } from "./delivering.ts";
import { exploring } from "./explore.ts";
import { firstPageJs } from "./first-page-js.ts";
import { firstRun } from "./first-run.ts";
import type { Benchmark, Result } from "./harness/benchmark.ts";
import { keepFigures, mergeFigures, readKeptFigures } from "./harness/kept-figures.ts";
import { renderPerformancePage } from "./harness/performance-page.ts";
import { readWish, type Wish } from "./harness/read-wish.ts";
import { renderTable } from "./harness/render-table.ts";
import { projectFolder } from "./harness/running-program.ts";
import { tidyUp } from "./harness/tidying.ts";
import { idleMemory } from "./idle-memory.ts";
import { intakeMemory, takingIn } from "./intake.ts";
import { listing } from "./listing.ts";
import { nationPage } from "./nation-page.ts";
import { protectingDemo, protectingLarge } from "./protecting.ts";
import { publicPage } from "./public-page.ts";
import { registering } from "./registering.ts";
import { resultsFirst } from "./results-first.ts";
import { savingAlone, savingInCrowd, savingTogether } from "./saving.ts";
import { startingAgain, startingFirst } from "./starting.ts";
import { answering } from "./survey-answer.ts";
import { keyingIn } from "./survey-key-in.ts";
import { surveyPageSize } from "./survey-page-size.ts";
import { tokenTiming } from "./survey-timing.ts";
import { tallyResult } from "./tally-result.ts";
import { savingTallies, tallying } from "./tallying.ts";
import { tarballSize } from "./tarball-size.ts";

/** The table of contents. */
const benchmarks: readonly Benchmark[] = [
  savingAlone,
  savingTogether,
  savingInCrowd,
  registering,
  listing,
  backingUp,
  startingFirst,
  startingAgain,
  firstRun,
  idleMemory,
  firstPageJs,
  tarballSize,
  nationPage,
  publicPage,
  a4Pdf,
  surveyPageSize,
  keyingIn,
  answering,
  tokenTiming,
  resultsFirst,
  tallying,
  savingTallies,
  tallyResult,
  exploring,
  // First of those that count: what this process has loaded itself, the measured one would share.
  analysisMemory,
  crosstabAgainstFloor,
  crosstabGrowing,
  crosstabAgainstPostgresql,
  countingAll,
  delivering,
  takingIn,
  intakeMemory,
  compilingDemo,
  compilingLarge,
  protectingDemo,
  protectingLarge,
];
const ids: Benchmark["ids"] = Object.assign({}, ...benchmarks.map((each) => each.ids));

const page = join(projectFolder, "docs/performance.md");

const circumstances = {
  day: swedishDay(systemClock.now()),
  processor: cpus()[0]?.model ?? "unknown processor",
  cores: availableParallelism(),
  node: process.versions.node,
  load: Number((loadavg()[0] ?? 0).toFixed(2)),
};

let isInterrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, interrupt);

const wish = readWish(process.argv.slice(2), Object.keys(ids));
if (typeof wish === "string") {
  tell(wish);
  process.exitCode = 1;
} else {
  process.exitCode = (await run(wish)) ? 0 : 1;
}

/** @returns whether everything could be measured and every goal was met. */
async function run({ only, isJson, isWritten }: Wish): Promise<boolean> {
  const { cores, load } = circumstances;
  tell(`${cores} cores, load ${load}${cores > 2 ? "; the goals are set for 2 cores" : ""}`);
  const wanted = benchmarks.filter((each) =>
    Object.keys(each.ids).some((id) => only?.includes(id) ?? true),
  );
  const results: Result[] = [];
  for (const each of wanted) results.push(...(await measure(each)));
  const shown = results.filter(({ id }) => only?.includes(id) ?? true);
  if (isJson) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  else if (shown.length > 0) process.stdout.write(renderTable(shown));
  const isWhole = shown.length === (only?.length ?? Object.keys(ids).length);
  if (isWritten) {
    const measured = shown.map((result) => ({ result, measured: circumstances }));
    const figures = mergeFigures(readKeptFigures(), measured, Object.keys(ids));
    keepFigures(figures);
    writeFileSync(page, renderPerformancePage(ids, figures));
  }
  return isWhole && shown.every(({ ok }) => ok);
}

/** One that cannot be measured says why and leaves the others theirs. */
async function measure({ ids: own, measure: begin }: Benchmark): Promise<readonly Result[]> {
  const name = Object.keys(own).join(", ");
  try {
    return await begin((text) => tell(`${name}: ${text}`));
  } catch (error) {
    if (isInterrupted) await new Promise(() => {});
    tell(`${name}: ${error instanceof Error ? error.message : error}`);
    return [];
  } finally {
    await tidyUp();
  }
}

async function interrupt(): Promise<void> {
  isInterrupted = true;
  await tidyUp();
  process.exit(130);
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
