import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "vite";
import { problemSentence, strongRandomness, systemClock } from "#kernel";
import { openEmbedded } from "#store";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { freePort, untilFirstPage } from "./harness/first-page.ts";
import { quantile } from "./harness/quantile.ts";
import { npmCommand, projectFolder, startProgram } from "./harness/running-program.ts";
import { atEnd } from "./harness/tidying.ts";

/** What a newcomer has after the installation, and not before: no built pages, no data. */
const notInClone = new Set([".git", ".cache", "data", "dist", "node_modules"]);

export const startingFirst: Benchmark = {
  ids: {
    "start-first":
      "`npm run demo` in an installed clone until the first page: the pages are built, the database is made and filled",
  },
  async measure(progress) {
    const folder = makeBenchFolder();
    const clone = join(folder, "clone");
    cpSync(projectFolder, clone, {
      recursive: true,
      filter: (path) => path === projectFolder || !isLeftOut(path),
    });
    symlinkSync(join(projectFolder, "node_modules"), join(clone, "node_modules"));
    progress("the floor: the pages alone, then the database alone");
    const pages = await secondsOf(async () => {
      await build({
        configFile: join(projectFolder, "vite.config.ts"),
        root: join(projectFolder, "src/web"),
        logLevel: "silent",
        build: { outDir: join(folder, "pages") },
      });
    });
    const database = await openingTime(join(folder, "floor"));
    progress("npm run demo in an installed clone");
    const taken = await startingTime(["run", "demo"], {}, clone);
    const against = {
      what: "building the pages and making an empty database, nothing else",
      value: pages + database,
    };
    return [atMost({ id: "start-first", value: taken, unit: "s", goal: 15, against })];
  },
};

/** Later starts are short and vary: the middle one of five. */
const starts = 5;

export const startingAgain: Benchmark = {
  ids: {
    "start-second": "`npm start` on the data folder of an earlier start, until the first page",
  },
  async measure(progress) {
    const folder = makeBenchFolder();
    const variables = { SKILLNAD_DATA: join(folder, "data") };
    progress("npm start, the first time");
    await startingTime(["start"], variables);
    await openingTime(join(folder, "floor"));
    const taken: number[] = [];
    const floors: number[] = [];
    for (let start = 1; start <= starts; start++) {
      progress(`npm start again, ${start} of ${starts}`);
      taken.push(await startingTime(["start"], variables));
      const node = await secondsOf(async () => void spawnSync(process.execPath, ["-e", ""]));
      floors.push(node + (await openingTime(join(folder, "floor"))));
    }
    const against = {
      what: "Node that does nothing, and opening the database, nothing else",
      value: quantile(floors, 0.5),
    };
    const value = quantile(taken, 0.5);
    return [atMost({ id: "start-second", value, unit: "s", goal: 2, against })];
  },
};

function isLeftOut(path: string): boolean {
  return notInClone.has(basename(path)) && join(projectFolder, basename(path)) === path;
}

/** Seconds from the command to the first page; the program is stopped again. */
async function startingTime(
  words: readonly string[],
  variables: { readonly [name: string]: string },
  folder = projectFolder,
): Promise<number> {
  const port = await freePort();
  let stop = async () => {};
  const taken = await secondsOf(async () => {
    const program = startProgram(
      npmCommand(...words),
      { ...variables, PORT: String(port) },
      folder,
    );
    stop = program.stop;
    await untilFirstPage(program, port);
  });
  await stop();
  return taken;
}

/** Seconds until the embedded database answers; a new folder gets a new one. */
async function openingTime(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let close = async () => {};
  const taken = await secondsOf(async () => {
    const passedIn = { kind: "real", clock: systemClock, randomness: strongRandomness } as const;
    const opened = await openEmbedded({ folder, ...passedIn });
    if (opened.kind === "refused") {
      throw new Error(opened.problems.map((each) => problemSentence(each, "en")).join(" "));
    }
    close = atEnd(opened.value.close);
  });
  await close();
  return taken;
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}
