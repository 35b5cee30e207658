import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type AnswerValue, type Codebook, referencesIn, type Variable } from "#codebook";
import { seededRandomness } from "#kernel";
import type { CaseRecord } from "#registration";
import type { Counts } from "./raw-table.ts";
import type { Dimension, TableSpecification } from "./table-specification.ts";
import { added, flatCounts, sorted } from "./testing/flat-counts.ts";
import {
  answering,
  type CountedTable,
  missingAnswer,
  nationWorld,
  newMunicipality,
  shuffled,
  specificationsFor,
  unitWorld,
  type World,
} from "./testing/metamorphic-worlds.ts";
import { nationCodebook } from "./testing/nation-of.ts";
import { subgroupsByHand } from "./testing/plain-rows.ts";

/**
 * What must hold between two counts of data that differ in a known way, whatever the right numbers are:
 * these tests know nothing of how a table is counted, by hand or otherwise.
 */
type Any = { readonly sheet: CaseRecord["sheet"] };
type Tables = readonly (readonly CountedTable[])[];

const draws = fc.record({
  seed: fc.integer(),
  cases: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 80 })),
  unanswered: fc.constantFrom(0, 5, 20, 60),
});

/** In units, which are quick to count, and in nations, which have regions and the clients' answers. */
function holds<Case extends Any>(
  world: World<Case>,
  runs: number,
  relation: (cases: readonly Case[], seed: number) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(draws, fc.integer(), (draw, seed) =>
    relation(world.draw(draw), seed),
  );
  return fc.assert(property, { numRuns: runs });
}

function everywhere(
  name: string,
  relation: <Case extends Any>(
    world: World<Case>,
    cases: readonly Case[],
    seed: number,
  ) => Promise<void>,
): void {
  test(`${name}, in a unit`, () =>
    holds(unitWorld, 60, (cases, seed) => relation(unitWorld, cases, seed)));
  test(`${name}, in a nation`, () =>
    holds(nationWorld, 8, (cases, seed) => relation(nationWorld, cases, seed)));
}

const atOnce = 14;

everywhere("the order of the cases says nothing", async (world, cases, seed) => {
  const specifications = specificationsFor(world.isNation, atOnce, seed);
  const another = shuffled(cases, seededRandomness(seed));
  assert.deepEqual(
    await world.count(another, specifications),
    await world.count(cases, specifications),
  );
});

everywhere("every case once more doubles every number", async (world, cases, seed) => {
  const specifications = specificationsFor(world.isNation, atOnce, seed);
  const twice = [...cases, ...cases.map(world.again)];
  const once = await world.count(cases, specifications);
  assertAlike(await world.count(twice, specifications), sumOf(once, once), specifications);
});

everywhere("a case of another period changes nothing", async (world, cases, seed) => {
  const specifications = specificationsFor(world.isNation, atOnce * 3, seed).filter(
    ({ period }) => period,
  );
  const more = [...cases, ...cases.map(world.again).map(world.later)];
  assert.deepEqual(
    await world.count(more, specifications),
    await world.count(cases, specifications),
  );
});

test("a case that was neither started nor closed in the round changes nothing", () =>
  holds(nationWorld, 8, async (cases, seed) => {
    const specifications = specificationsFor(true, atOnce, seed);
    const outside = cases.map((each) => ({ ...each, isStarted: false, isClosed: false }));
    assert.deepEqual(
      await nationWorld.count([...cases, ...outside], specifications),
      await nationWorld.count(cases, specifications),
    );
  }));

test("what is drawn holds numbers: nothing above or below is true of noughts alone", async () => {
  const specifications = specificationsFor(false, 200, 34);
  const cases = unitWorld.draw({ seed: 3070, cases: 80, unanswered: 20 });
  const counted = await unitWorld.count(cases, specifications);
  const filled = counted.filter((tables) => flatTables(tables).length > 0).length;
  assert.ok(filled > 120, `${filled} of 200`);
});

everywhere("the parts of a population add up to it", async (world, cases, seed) => {
  const specifications = specificationsFor(world.isNation, atOnce, seed);
  const chance = seededRandomness(seed);
  const isFirst = cases.map(() => chance.below(2) === 0);
  const [first, second] = await Promise.all(
    [true, false].map((part) =>
      world.count(
        cases.filter((_, index) => isFirst[index] === part),
        specifications,
      ),
    ),
  );
  assert.ok(first && second);
  assertAlike(await world.count(cases, specifications), sumOf(first, second), specifications);
});

test("a municipality that is split in two has tables that add up to its own, and nobody else's change", () =>
  holds(nationWorld, 8, async (cases, seed) => {
    const chance = seededRandomness(seed);
    const split = cases.map((each) =>
      each.municipality === "9001" && chance.below(2) === 0
        ? { ...each, municipality: newMunicipality }
        : each,
    );
    const drawn = specificationsFor(true, atOnce, seed);
    const byMunicipality = drawn.map((each) => ({ ...each, level: "municipality" as const }));
    const [before, after] = [
      await nationWorld.count(cases, byMunicipality),
      await nationWorld.count(split, byMunicipality),
    ];
    const rejoined = after.map((tables) =>
      tables.map((table) =>
        table.region === newMunicipality ? { ...table, region: "9001" } : table,
      ),
    );
    assertAlike(before, rejoined, byMunicipality);
    const whole = drawn.map(
      ({ level, ...each }): TableSpecification => (level === "county" ? { ...each, level } : each),
    );
    assert.deepEqual(await nationWorld.count(split, whole), await nationWorld.count(cases, whole));
  }));

/** Variables that decide nothing but their own tables, asked of everybody. */
const quiet = nationCodebook.variables.filter(
  ({ id, view, condition, options, missing }) =>
    options.length > 1 &&
    missing.length > 0 &&
    !view &&
    !condition &&
    !deciding(nationCodebook).has(id),
);

everywhere(
  "two options told as one, by bands or in the data, are the same table",
  async (world, cases, seed) => {
    const { variable, codes } = drawnPair(world.isNation, seed);
    const [code] = codes;
    const merged = cases.map((each) => answering(each, variable, (value) => joined(value, codes)));
    const columns = columnsBeside(variable, seed);
    const rows = { kind: "question", variable: variable.id } as const;
    const band = { ...rows, bands: [{ code, codes }] };
    const crossing = (dimension: typeof rows | typeof band): TableSpecification => ({
      id: "merged",
      population: "started",
      measure: { kind: "crossing", rows: dimension, columns },
    });
    const [told] = await world.count(cases, [crossing(band)]);
    const [inData] = await world.count(merged, [crossing(rows)]);
    assertAlike([told ?? []], [inData ?? []], [crossing(band)]);
  },
);

everywhere(
  "options that are merged become their union, and move nothing else",
  async (world, cases, seed) => {
    const { variable, codes } = drawnPair(world.isNation, seed);
    const [code, gone] = codes;
    const merged = cases.map((each) => answering(each, variable, (value) => joined(value, codes)));
    const frequencies = tableOf({ kind: "frequencies", variable: variable.id });
    const either = tableOf({ kind: "share", variable: variable.id, codes, base: "answered" });
    const before = await world.count(cases, [frequencies, either]);
    const after = await world.count(merged, [frequencies, either]);
    const [told, union] = [onlyOf(before[0]), onlyOf(before[1])];
    const now = onlyOf(after[0]);
    assert.ok(told.kind === "frequencies" && union.kind === "share" && now.kind === "frequencies");
    assert.deepEqual(now.base, told.base);
    const countOf = (table: typeof told, wanted: number) =>
      table.rows.find((row) => row.code === wanted)?.count ?? 0;
    for (const row of told.rows) {
      const expected: number =
        row.code === code ? union.numerator : row.code === gone ? 0 : row.count;
      assert.equal(countOf(now, row.code), expected, `${variable.id} ${row.code}`);
    }
    if (variable.type === "single") {
      assert.equal(union.numerator, countOf(told, code) + countOf(told, gone));
    }
    assert.deepEqual(after[1], before[1], "and a share of both is the same");
  },
);

everywhere(
  "who is missing moves the chain as defined, no option, and shrinks no bounds",
  async (world, cases, seed) => {
    const chance = seededRandomness(seed);
    const variable = pickFrom(quietIn(world.isNation), chance.below);
    const answers = [missingAnswer(98), missingAnswer(99), undefined];
    const missing = cases.map((each, index) =>
      answering(world.again(each, index), variable, () => answers[chance.below(3)]),
    );
    const codes = [pickFrom(variable.options, chance.below).code];
    const asked = [
      tableOf({ kind: "cases" }),
      tableOf({ kind: "frequencies", variable: variable.id }),
      tableOf({ kind: "share", variable: variable.id, codes, base: "valid" }),
    ];
    const [before, alone, after] = await Promise.all(
      [cases, missing, [...cases, ...missing]].map((each) => world.count(each, asked)),
    );
    assert.ok(before && alone && after);
    const [told, more, now] = [before, alone, after].map((each) => onlyOf(each[1]));
    const number = onlyOf(alone[0]);
    assert.ok(told?.kind === "frequencies" && now?.kind === "frequencies");
    assert.ok(more?.kind === "frequencies" && number.kind === "cases");
    const saying = (code: number) => more.rows.find((row) => row.code === code)?.count ?? 0;
    assert.equal(more.base.eligible, number.cases);
    assert.ok(more.base.asked >= saying(98) + saying(99));
    assert.deepEqual([more.base.answered, more.base.valid], [saying(99), 0]);
    for (const step of ["eligible", "asked", "answered", "valid"] as const) {
      assert.equal(now.base[step], told.base[step] + more.base[step], step);
    }
    for (const { code, isMissing, count } of now.rows) {
      const was: number = told.rows.find((row) => row.code === code)?.count ?? 0;
      assert.equal(count, isMissing ? was + saying(code) : was, `${variable.id} ${code}`);
    }
    const [was, is] = [before, after].map((each) => onlyOf(each[2]));
    assert.ok(was?.kind === "share" && is?.kind === "share");
    assert.deepEqual([is.numerator, is.denominator], [was.numerator, was.denominator]);
    assert.deepEqual(is.interval, was.interval);
    if (was.bounds) {
      assert.ok(is.bounds && is.bounds[0] <= was.bounds[0] && is.bounds[1] >= was.bounds[1]);
    }
  },
);

function tableOf(measure: TableSpecification["measure"]): TableSpecification {
  return { id: measure.kind, population: "started", measure };
}

function onlyOf(tables: readonly CountedTable[] | undefined): Counts {
  const [only, ...others] = tables ?? [];
  assert.ok(only && others.length === 0);
  return only.counts;
}

/** By region, all numbers that add up. */
function flatTables(tables: readonly CountedTable[]) {
  const flat = new Map<string, ReadonlyMap<string, number>>();
  for (const { region, counts } of tables) {
    flat.set(region, added(flat.get(region) ?? new Map(), flatCounts(counts)));
  }
  return [...flat]
    .filter(([, table]) => table.size > 0)
    .map(([region, table]) => [region, sorted(table)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function assertAlike(
  found: Tables,
  expected: Tables,
  specifications: readonly TableSpecification[],
): void {
  for (const [index, specification] of specifications.entries()) {
    assert.deepEqual(
      flatTables(found[index] ?? []),
      flatTables(expected[index] ?? []),
      JSON.stringify(specification),
    );
  }
}

/** Tables of the same region become their sum. */
function sumOf(one: Tables, other: Tables): Tables {
  return one.map((tables, index) => [...tables, ...(other[index] ?? [])]);
}

/** What some condition rests on: of the codebook, or of the populations that are drawn. */
function deciding({ variables, groups, indicators }: Codebook): ReadonlySet<string> {
  const conditions = [
    ...[...variables, ...groups, ...groups.flatMap(({ fields }) => fields)].map(
      ({ condition }) => condition,
    ),
    ...indicators.map(({ within }) => within),
    ...subgroupsByHand.map(({ within }) => within),
  ];
  return new Set(
    conditions
      .flatMap((condition) => referencesIn(condition))
      .flatMap((reference) => (reference.kind === "answer" ? [reference.variable] : [])),
  );
}

/** A unit's clients stand alone: of them nothing is said there. */
function quietIn(isNation: boolean): readonly Variable[] {
  return quiet.filter(({ phase }) => isNation || phase !== "client");
}

function drawnPair(isNation: boolean, seed: number) {
  const chance = seededRandomness(seed);
  const variable = pickFrom(quietIn(isNation), chance.below);
  const [one, other] = shuffled(variable.options, chance).map(({ code }) => code);
  assert.ok(one !== undefined && other !== undefined);
  return { variable, codes: [Math.min(one, other), Math.max(one, other)] as const };
}

function columnsBeside({ id }: Variable, seed: number): readonly Dimension[] {
  const chance = seededRandomness(seed);
  const other = pickFrom(
    quietIn(false).filter((each) => each.id !== id),
    chance.below,
  );
  const byQuarter: Dimension = { kind: "time", of: "start", step: "half-year" };
  const byAnswer: Dimension = { kind: "question", variable: other.id };
  return pickFrom([[], [byQuarter], [byAnswer], [byAnswer, byQuarter]], chance.below);
}

function joined(
  value: AnswerValue | undefined,
  [code, gone]: readonly [number, number],
): AnswerValue | undefined {
  if (value?.kind !== "codes") return value;
  return {
    kind: "codes",
    codes: [...new Set(value.codes.map((each) => (each === gone ? code : each)))],
  };
}

function pickFrom<Element>(
  elements: readonly Element[],
  below: (count: number) => number,
): Element {
  const element = elements[below(elements.length)];
  assert.ok(element !== undefined);
  return element;
}
