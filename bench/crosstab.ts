import { join } from "node:path";
import { problemSentence, strongRandomness, systemClock } from "#kernel";
import { openEmbedded } from "#store";
import { openExtract, tabulate, writeExtract } from "#tabulation";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atLeast, atMost, type Benchmark } from "./harness/benchmark.ts";
import {
  type CrossingColumns,
  crossing,
  crossingCodebook,
  crossingExtract,
  drawCrossing,
  fillHistogram,
} from "./harness/crossing-cases.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { quantile } from "./harness/quantile.ts";
import { atEnd } from "./harness/tidying.ts";
import { mediansOf, ms, timeOf } from "./harness/time-of.ts";

const million = 1_000_000;
const repetitions = 41;

const floorInWords = "one pass over two Uint8Array into one Uint32Array";

export const crosstabAgainstFloor: Benchmark = {
  ids: {
    "crosstab-1e6-vs-floor":
      "a two-way table of a million cases, from the specification to the counted table, on one thread, in times the floor",
  },
  async measure(progress) {
    progress(`${million} cases into an extract, and counting`);
    const columns = drawCrossing(million);
    const crosstab = await openCrosstab(columns);
    const [floor = 0, own = 0] = await mediansOf([floorOf(columns), crosstab.count], repetitions);
    await crosstab.close();
    const against = { what: `${floorInWords}, ${ms(floor)} (ours: ${ms(own)})`, value: 1 };
    const id = "crosstab-1e6-vs-floor";
    return [atMost({ id, value: own / floor, unit: "×", goal: 3, against })];
  },
};

/** The largest last: it is the one with a goal. */
const sizes = [1_000, 10_000, 100_000, million, 10 * million];

/** Both ways of opening the same kept extract, since two threads also measure how busy the other core is. */
export const crosstabGrowing: Benchmark = {
  ids: {
    "crosstab-1e7-vs-floor":
      "the same of ten million cases, on the two threads that a nation is counted with; the floor is on one",
  },
  async measure(progress) {
    const rows: number[][] = [];
    let latest = { floor: 0, one: 0, two: 0 };
    for (const size of sizes) {
      progress(`${size} cases`);
      latest = await crosstabOf(size);
      const { floor, one, two } = latest;
      rows.push([size, floor, two, (two * 1e6) / size, two / floor, one, one / floor]);
    }
    const { floor, one, two } = latest;
    const what = `${floorInWords}, ${ms(floor)} (ours: ${ms(two)}, on one thread ${ms(one)})`;
    const growth = {
      columns: ["cases", "floor, ms", "ours, ms", "ns a case", "×", "one thread, ms", "×"],
      rows,
      note: "a two-way table, 15 by 8; up to some thousand cases the time is that of asking, not of counting.",
    };
    const against = { what, value: 1 };
    const id = "crosstab-1e7-vs-floor";
    return [atMost({ id, value: two / floor, unit: "×", goal: 2, against, growth })];
  },
};

/** Medians in milliseconds. */
async function crosstabOf(size: number) {
  const columns = drawCrossing(size);
  const first = await openCrosstab(columns);
  const folder = makeBenchFolder();
  await writeExtract(first.extract, folder);
  const kept = await openExtract(folder, crossingCodebook());
  if (kept.kind === "refused") throw new Error("the kept extract was refused");
  const close = atEnd(() => kept.value.close());
  const both = async () => void (await tabulate(kept.value, [crossing]));
  for (let time = 0; time < 10; time++) await both();
  const acts = [floorOf(columns), first.count, both];
  const [floor = 0, one = 0, two = 0] = await mediansOf(acts, repetitions);
  await first.close();
  await close();
  return { floor, one, two };
}

export const crosstabAgainstPostgresql: Benchmark = {
  ids: {
    "crosstab-1e6-vs-postgresql": "how many times as fast as PostgreSQL the same table is counted",
  },
  async measure(progress) {
    const columns = drawCrossing(million);
    progress(`${million} cases into an extract and into PostgreSQL`);
    const crosstab = await openCrosstab(columns);
    const peer = await openPeer(columns);
    progress("counting");
    const taken: number[] = [];
    const own: number[] = [];
    for (let time = 0; time < repetitions; time++) {
      if (time % 4 === 0) taken.push(await timeOf(peer.count));
      own.push(await timeOf(crosstab.count));
    }
    await crosstab.close();
    await peer.close();
    const [database, value] = [quantile(taken, 0.5), quantile(own, 0.5)];
    const what = `PostgreSQL, all in its memory, ${ms(database)} (ours: ${ms(value)})`;
    const against = { what, value: 1 };
    const id = "crosstab-1e6-vs-postgresql";
    return [atLeast({ id, value: database / value, unit: "×", goal: 20, against })];
  },
};

/** On one thread as the floor: a second would measure how busy the other core is. */
async function openCrosstab(columns: CrossingColumns) {
  const extract = await crossingExtract(columns, 1);
  const count = async () => void (await tabulate(extract, [crossing]));
  for (let time = 0; time < 10; time++) await count();
  return { extract, count, close: atEnd(() => extract.close()) };
}

/** Warm when it is handed out: its own time depends on how V8 compiled it. */
function floorOf({ help, relation }: CrossingColumns): () => void {
  for (let time = 0; time < 20; time++) fillHistogram(help, relation);
  return () => void fillHistogram(help, relation);
}

/** Two small whole numbers in a table of nothing else, in a database like the one we ship. */
async function openPeer({ help, relation }: CrossingColumns) {
  const folder = join(makeBenchFolder(), "data");
  const passedIn = { kind: "real", clock: systemClock, randomness: strongRandomness } as const;
  const opened = await openEmbedded({ folder, ...passedIn, isDurable: false });
  if (opened.kind === "refused") {
    throw new Error(opened.problems.map((each) => problemSentence(each, "en")).join(" "));
  }
  const closeStore = atEnd(opened.value.close);
  const { client, close: closeClient } = await connectAsOwner(folder);
  await client.query("create schema bench");
  await client.query("create table bench.crosstab (help smallint, relation smallint)");
  const atOnce = 100_000;
  for (let from = 0; from < help.length; from += atOnce) {
    const part = [help, relation].map((column) => [...column.subarray(from, from + atOnce)]);
    const insert = "insert into bench.crosstab select * from unnest($1::int[], $2::int[])";
    await client.query(insert, part);
  }
  await client.query("vacuum (analyze, freeze) bench.crosstab");
  const text = "select help, relation, count(*) from bench.crosstab group by help, relation";
  const count = async () => void (await client.query({ name: "crosstab", text }));
  for (let time = 0; time < 3; time++) await count();
  return {
    count,
    close: async () => {
      await closeClient();
      await closeStore();
    },
  };
}
