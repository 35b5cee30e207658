import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Condition, Variable } from "#codebook";
import { canonicalJson, seededRandomness } from "#kernel";
import { asJson } from "./extract/extract-manifest.ts";
import type { TableSpecification } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import {
  nationCodebook,
  nationExtractOf,
  type RandomNation,
  randomNation,
  type ToldCase,
} from "./testing/nation-of.ts";
import { plain } from "./testing/plain-counts.ts";
import {
  crossingByHand,
  frequenciesByHand,
  indicatorByHand,
  type Told,
} from "./testing/plain-recount.ts";

const { variables, indicators } = nationCodebook;

/** Populations, and what each means, written by hand beside the condition. */
const subgroups: readonly {
  readonly within?: Condition;
  readonly isIn: (told: ToldCase) => boolean;
}[] = [
  { isIn: () => true },
  { within: { answer: "V11", in: [2] }, isIn: says("V11", [2]) },
  { within: { answer: "V01", in: [2] }, isIn: says("V01", [2]) },
  { within: { answer: "V26", in: [1, 2] }, isIn: says("V26", [1, 2]) },
  {
    within: { all: [{ answer: "V16", in: [1] }, { not: { answer: "V01", in: [2] } }] },
    // «Not» holds of whoever has said something else, also that there is no information.
    isIn: (told) =>
      says("V16", [1])(told) && !says("V01", [2])(told) && saidOf(told, "V01").codes.length > 0,
  },
];

type Counted = {
  readonly specification: TableSpecification;
  readonly expected: (nation: RandomNation) => unknown;
};

const simple: readonly Counted[] = (["started", "closed"] as const).flatMap((population) =>
  subgroups.flatMap(({ within, isIn }, index): readonly Counted[] => {
    const among = (nation: RandomNation) => chosen(nation, population, isIn);
    const common = { population, ...(within ? { within } : {}) };
    return [
      {
        specification: { id: `cases ${index}`, ...common, measure: { kind: "cases" } },
        expected: (nation) => ({ cases: among(nation).length }),
      },
      ...variables.map(
        (variable): Counted => ({
          specification: {
            id: `${variable.id} ${index}`,
            ...common,
            measure: { kind: "frequencies", variable: variable.id },
          },
          expected: (nation) => frequenciesByHand(variable, toldOf(variable, among(nation))),
        }),
      ),
    ];
  }),
);

/** The codebook's own conditions, by hand; the others have none. */
const nested: { readonly [indicator: string]: (told: ToldCase) => boolean } = {
  "interventions-per-case": says("V16", [1]),
  "housing-intervention": says("V16", [1]),
  "decisive-among-improved": says("V26", [1, 2]),
};

const keyFigures: readonly Counted[] = indicators.map((indicator): Counted => {
  const { id, variable, measure, base, within, population } = indicator;
  assert.equal(id in nested, within !== undefined, id);
  assert.equal(base, "answered");
  const codes = measure.kind === "share" ? measure.codes : undefined;
  return {
    specification: {
      id,
      population,
      ...(within ? { within } : {}),
      measure: codes
        ? { kind: "share", variable, codes, base }
        : { kind: "mean-distinct", variable, base },
    },
    expected: (nation) => {
      const among = chosen(nation, population, nested[id] ?? (() => true));
      return indicatorByHand(codes, toldOf(variableOf(variable), among));
    },
  };
});

function crossings(count: number, seed: number): readonly Counted[] {
  const chance = seededRandomness(seed);
  const pick = <Element>(from: readonly Element[]): Element => {
    const picked = from[chance.below(from.length)];
    assert.ok(picked !== undefined);
    return picked;
  };
  return Array.from({ length: count }, (_, index): Counted => {
    const [row, column] = [pick(variables), pick(variables)];
    const population = pick(["started", "closed"] as const);
    const { within, isIn } = pick(subgroups);
    return {
      specification: {
        id: `crossing ${index}`,
        population,
        ...(within ? { within } : {}),
        measure: {
          kind: "crossing",
          rows: { kind: "question", variable: row.id },
          columns: [{ kind: "question", variable: column.id }],
        },
      },
      expected: (nation) => {
        const among = chosen(nation, population, isIn);
        return crossingByHand([row, toldOf(row, among)], [column, toldOf(column, among)]);
      },
    };
  });
}

async function assertRecounted(
  nation: RandomNation,
  counted: readonly Counted[],
  threads?: number,
): Promise<string> {
  const specifications = counted.map(({ specification }) => specification);
  const extract = await nationExtractOf(nation.cases, specifications, threads);
  try {
    const tables = await tabulate(extract, specifications);
    for (const [index, { specification, expected }] of counted.entries()) {
      assert.deepEqual(plain(tables[index]), expected(nation), JSON.stringify(specification));
    }
    return canonicalJson(asJson(tables.map((table) => table.counts())));
  } finally {
    extract.close();
  }
}

const draws = fc.record({
  seed: fc.integer(),
  cases: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 120 })),
  unanswered: fc.constantFrom(0, 5, 20, 60),
});

test("every variable, indicator and subgroup of a nation equals a recount in plain loops", async () => {
  const property = fc.asyncProperty(draws, fc.integer(), async (draw, seed) => {
    await assertRecounted(randomNation(draw), [...simple, ...keyFigures, ...crossings(10, seed)]);
  });
  await fc.assert(property, { numRuns: 12 });
});

test("two hundred random crossings equal a recount, alike on one and on two threads", async () => {
  const nation = randomNation({ seed: 34, cases: 5000, unanswered: 15 });
  const asked = [...crossings(200, 290), ...keyFigures];
  const one = await assertRecounted(nation, asked, 1);
  assert.equal(await assertRecounted(nation, asked, 2), one);
});

function chosen(
  { told }: RandomNation,
  population: "started" | "closed",
  isIn: (told: ToldCase) => boolean,
): readonly ToldCase[] {
  const isCounted = (each: ToldCase) => (population === "started" ? each.isStarted : each.isClosed);
  return told.filter((each) => isCounted(each) && isIn(each));
}

function toldOf({ id }: Variable, among: readonly ToldCase[]): readonly Told[] {
  return among.map((each) => saidOf(each, id));
}

function saidOf({ says }: ToldCase, id: string): Told {
  const said = says.get(id);
  assert.ok(said, id);
  return said;
}

function says(id: string, codes: readonly number[]): (told: ToldCase) => boolean {
  return (told) => saidOf(told, id).codes.some((code) => codes.includes(code));
}

function variableOf(id: string): Variable {
  const variable = variables.find((each) => each.id === id);
  assert.ok(variable);
  return variable;
}
