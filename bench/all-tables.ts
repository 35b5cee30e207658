import { openUnitExtract, tabulate, unitSpecifications } from "#tabulation";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { type Lives, liveCases, livedExtract, livedUnit } from "./harness/lived-cases.ts";
import { allTables, allTablesByMunicipality, livedCodebook } from "./harness/lived-codebook.ts";
import { atEnd } from "./harness/tidying.ts";
import { mediansOf } from "./harness/time-of.ts";

const goal = { cases: 300_000, seconds: 1.5 };
const repetitions = 7;

/** Ten million whole cases would be more than the gigabyte that a nation may take in memory. */
const sizes = [1_000, 10_000, 100_000, goal.cases, 1_000_000];

export const countingAll: Benchmark = {
  ids: {
    "all-tables-300k":
      "every variable and indicator of the codebook over 300 000 cases, for each of 290 municipalities, from the specifications to the counted tables",
    "all-tables-300k-unit":
      "the same for one unit with 300 000 cases, as its own figures are counted",
  },
  async measure(progress) {
    progress("living some thousand cases");
    const lives = liveCases();
    const rows: number[][] = [];
    let nation = { floor: 0, whole: 0, finest: 0 };
    for (const size of sizes) {
      progress(`${size} cases in a nation`);
      const found = await countNation(lives, size);
      const { floor, whole, finest } = found;
      rows.push([
        size,
        floor,
        whole,
        (whole * 1e6) / size,
        finest,
        (finest * 1e6) / size,
        finest / floor,
      ]);
      if (size === goal.cases) nation = found;
    }
    progress(`${goal.cases} cases in a unit`);
    const unit = await countUnit(lives);
    const growth = {
      columns: [
        "cases",
        "floor, ms",
        "nation, ms",
        "ns a case",
        "290 municipalities, ms",
        "ns a case",
        "×",
      ],
      rows,
      note: `${allTables.length} tables; the floor is one pass for each. Ten million whole cases, with their repeat groups, would not fit into the gigabyte that a nation may take in memory.`,
    };
    return [
      atMost({ ...inSeconds("all-tables-300k", nation.finest, nation.floor), growth }),
      atMost(inSeconds("all-tables-300k-unit", unit.own, unit.floor)),
    ];
  },
};

function inSeconds(id: string, own: number, floor: number) {
  const what = "a pass over two typed arrays for each table, nothing else";
  const against = { what, value: floor / 1000 };
  return { id, value: own / 1000, unit: "s", goal: goal.seconds, against } as const;
}

/** Medians in milliseconds. */
async function countNation(lives: Lives, size: number) {
  const extract = await livedExtract(lives, size, allTables);
  const close = atEnd(() => extract.close());
  const countWhole = () => tabulate(extract, allTables);
  const countFinest = () => tabulate(extract, allTablesByMunicipality);
  const passes = floorOf(size, allTables.length);
  for (let time = 0; time < 2; time++) {
    await countWhole();
    await countFinest();
  }
  const acts = [passes, countWhole, countFinest];
  const [floor = 0, whole = 0, finest = 0] = await mediansOf(acts, repetitions);
  await close();
  return { floor, whole, finest };
}

async function countUnit(lives: Lives) {
  const specifications = unitSpecifications(livedCodebook);
  const extract = await openUnitExtract(livedUnit(lives, goal.cases), specifications);
  const close = atEnd(() => extract.close());
  const count = () => tabulate(extract, specifications);
  const passes = floorOf(goal.cases, specifications.length);
  await count();
  const [floor = 0, own = 0] = await mediansOf([passes, count], repetitions);
  await close();
  return { floor, own };
}

/** By place and code, as many times as there are tables. */
function floorOf(size: number, tables: number): () => void {
  const places = Uint16Array.from({ length: size }, (_, at) => at % 290);
  const codes = Uint8Array.from({ length: size }, (_, at) => (at * 7) % 11);
  for (let time = 0; time < 20; time++) countByPlace(places, codes);
  return () => {
    for (let table = 0; table < tables; table++) countByPlace(places, codes);
  };
}

function countByPlace(places: Uint16Array, codes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(290 * 128);
  for (let row = 0; row < places.length; row++) {
    const cell = (places[row] as number) * 128 + (codes[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}
