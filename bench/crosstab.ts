import { join } from "node:path";
import { Codebook } from "#codebook";
import {
  municipalityCode,
  problemSentence,
  seededRandomness,
  strongRandomness,
  systemClock,
} from "#kernel";
import { openEmbedded } from "#store";
import {
  type CountableCase,
  openExtractIntake,
  type TableSpecification,
  tabulate,
} from "#tabulation";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atLeast, atMost, type Benchmark } from "./harness/benchmark.ts";
import { connectAsOwner } from "./harness/owner-client.ts";
import { quantile } from "./harness/quantile.ts";
import { atEnd } from "./harness/tidying.ts";

const rows = 1_000_000;
const repetitions = 41;
const options = { help: 15, relation: 8 } as const;

/** The same million cases for all three: two single choices each. */
type Columns = { readonly help: Uint8Array; readonly relation: Uint8Array };

export const crosstabAgainstFloor: Benchmark = {
  ids: {
    "crosstab-1e6-vs-floor":
      "a two-way table of a million cases, from the specification to the counted table, on one thread, in times the floor",
  },
  async measure(progress) {
    const columns = drawColumns();
    progress(`${rows} cases into an extract`);
    const crosstab = await openCrosstab(columns);
    progress("counting");
    for (let time = 0; time < 20; time++) fillHistogram(columns.help, columns.relation);
    const floors: number[] = [];
    const own: number[] = [];
    // In turns, so that both meet the same weather.
    for (let time = 0; time < repetitions; time++) {
      floors.push(await timeOf(async () => void fillHistogram(columns.help, columns.relation)));
      own.push(await timeOf(crosstab.count));
    }
    await crosstab.close();
    const [floor, value] = [quantile(floors, 0.5), quantile(own, 0.5)];
    const what = `one pass over two Uint8Array into one Uint32Array, ${ms(floor)} (ours: ${ms(value)})`;
    const against = { what, value: 1 };
    return [
      atMost({ id: "crosstab-1e6-vs-floor", value: value / floor, unit: "×", goal: 3, against }),
    ];
  },
};

export const crosstabAgainstPostgresql: Benchmark = {
  ids: {
    "crosstab-1e6-vs-postgresql": "how many times as fast as PostgreSQL the same table is counted",
  },
  async measure(progress) {
    const columns = drawColumns();
    progress(`${rows} cases into an extract and into PostgreSQL`);
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

type Crosstab = {
  readonly count: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const specification: TableSpecification = {
  id: "help by relation",
  population: "started",
  measure: { kind: "crossing", variable: "help", by: "relation" },
};

/** Through the door, as a release is counted. */
async function openCrosstab({ help, relation }: Columns): Promise<Crosstab> {
  const intake = await openExtractIntake({
    codebook: twoQuestions(),
    scope: { kind: "nation", round: "bench" },
    specifications: [specification],
    // As the floor: a second thread would measure how busy the other core is.
    threads: 1,
  });
  const cases = everyCase();
  for (let row = 0; row < rows; row++) {
    const found = cases[(help[row] ?? 0) * 16 + (relation[row] ?? 0)];
    if (found) intake.add(found);
  }
  const extract = await intake.finish();
  const count = async () => void (await tabulate(extract, [specification]));
  for (let time = 0; time < 10; time++) await count();
  return { count, close: atEnd(() => extract.close()) };
}

/** The floor: nothing counts with less. Kept at the top level, where V8 compiles it best. */
function fillHistogram(one: Uint8Array, other: Uint8Array): Uint32Array {
  const counts = new Uint32Array(65_536);
  for (let row = 0; row < one.length; row++) {
    const cell = ((one[row] as number) << 8) | (other[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** Two small whole numbers in a table of nothing else, in a database like the one we ship. */
async function openPeer({ help, relation }: Columns): Promise<Crosstab> {
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
  for (let from = 0; from < rows; from += atOnce) {
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

function drawColumns(): Columns {
  const chance = seededRandomness(1_000_000);
  const drawn = (count: number) => Uint8Array.from({ length: rows }, () => 1 + chance.below(count));
  return { help: drawn(options.help), relation: drawn(options.relation) };
}

/** One for each pair of answers: adding a million cases is not what is measured. */
function everyCase(): readonly (CountableCase | undefined)[] {
  const cases: (CountableCase | undefined)[] = [];
  for (let help = 1; help <= options.help; help++) {
    for (let relation = 1; relation <= options.relation; relation++) {
      cases[help * 16 + relation] = {
        municipality: municipalityCode("9001"),
        county: "01",
        isStarted: true,
        isClosed: false,
        begun: new Set(["background"]),
        sheet: {
          answers: {
            help: { kind: "codes", codes: [help] },
            relation: { kind: "codes", codes: [relation] },
          },
          items: [],
        },
        startedOn: undefined,
        bands: {},
      };
    }
  }
  return cases;
}

function twoQuestions(): Codebook {
  const text = { sv: "", en: "" };
  const provenance = { status: "reconstructed" };
  const variables = Object.entries(options).map(([id, count]) => ({
    id,
    concept: id,
    label: text,
    type: "single",
    phase: "background",
    options: Array.from({ length: count }, (_, index) => ({ code: index + 1, label: text })),
    privacy: "known",
    exportLevel: "national",
    provenance,
  }));
  const named = { id: "bench", version: "1.0.0", label: text, definition: text, provenance };
  return Codebook.parse({ ...named, validFrom: "2026-01-01", phases: [], variables });
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function ms(value: number): string {
  return `${value.toPrecision(3)} ms`;
}
