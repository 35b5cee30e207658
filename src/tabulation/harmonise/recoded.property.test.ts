import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answers, AnswerValue, Codebook, Condition, Variable } from "#codebook";
import { seededRandomness } from "#kernel";
import type { CaseRecord } from "#registration";
import { openUnitExtract, type UnitSource } from "../extract/unit-extract.ts";
import type { Dimension, Measure, TableSpecification } from "../table-specification.ts";
import { tabulate } from "../tabulate.ts";
import { sourceOf } from "../testing/case-of.ts";
import { flatCounts, sorted } from "../testing/flat-counts.ts";
import { drawsOf } from "../testing/random-specification.ts";
import { randomUnit } from "../testing/random-unit.ts";
import { newest, older } from "../testing/two-versions.ts";

/** A code that no question has: answered, and in no row. */
const nothing = 77;

/** The codebook's words about `older`, once more and by hand. */
const byHand: { readonly [variable: string]: (code: number) => number } = {
  housing: (code) => (code === 1 ? 1 : code === 4 ? nothing : 5),
  help: (code) => (code < 3 ? code : 6),
  V9: (code) => code,
  better: (code) => (code === 1 ? 1 : 4),
  kind: (code) => (code === 1 ? 1 : 4),
};

/** Those that both codebooks ask of everybody. */
const questions: { readonly [variable: string]: readonly number[] } = {
  housing: [1, 5, 99],
  help: [1, 2, 6, 99],
  age: [1, 2, 3],
  harm: [1, 2],
  contact: [1, 2],
  partner: [1, 2],
};

/** Of the newest, with harm and contact asked of its own cases alone: of the others it is not known. */
const recodedNewest: Codebook = {
  ...newest,
  variables: [
    ...newest.variables.map((variable) =>
      variable.id === "harm" || variable.id === "contact"
        ? { ...variable, condition: { answer: "own", in: [1] } }
        : variable,
    ),
    { ...questionNamed("partner"), id: "own", concept: "own" },
  ],
};

function questionNamed(id: string): Variable {
  const found = newest.variables.find((variable) => variable.id === id);
  assert.ok(found);
  return found;
}

const populations: readonly (Condition | undefined)[] = [
  undefined,
  { answer: "housing", in: [5] },
  { not: { answer: "housing", in: [5, 99] } },
  { all: [{ not: { answer: "harm", in: [2] } }] },
  { any: [{ answer: "harm", in: [1] }, { not: { answer: "housing", in: [1] } }] },
  { not: { all: [{ answer: "contact", in: [1, 2] }, { not: { answer: "partner", in: [1] } }] } },
  {
    any: [
      { answer: "help", in: [6] },
      { answer: "partner", in: [2, 98] },
    ],
  },
  { someItem: "talk", where: { field: "kind", in: [4] } },
  { not: { someItem: "talk", where: { all: [{ field: "kind", in: [1] }] } } },
];

/** Whoever is not in this housing has none of the codes, nor the one that has no counterpart. */
function withinByHand(within: Condition): Condition {
  const told = JSON.stringify(within, (_, part) =>
    part?.not?.answer === "housing"
      ? { not: { all: [{ answer: "housing", in: [...part.not.in, nothing] }] } }
      : part,
  );
  return JSON.parse(told);
}

function answersByHand(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([variable, value]): [string, AnswerValue][] => {
      const recode = byHand[variable];
      const name = variable === "V9" ? "partner" : variable;
      if (["place", "gone", "why", "harm", "contact"].includes(variable)) return [];
      if (!recode || value.kind !== "codes") return [[name, value]];
      return [[name, { kind: "codes", codes: [...new Set(value.codes.map(recode))] }]];
    }),
  );
}

function recordByHand(record: CaseRecord): CaseRecord {
  const { answers, items } = record.sheet;
  return {
    ...record,
    codebook: "newest",
    sheet: {
      answers: answersByHand(answers),
      items: items.map((item) => ({ ...item, answers: answersByHand(item.answers) })),
    },
  };
}

function ownOfNewest(record: CaseRecord): CaseRecord {
  const answers: Answers = { ...record.sheet.answers, own: { kind: "codes", codes: [1] } };
  return { ...record, sheet: { ...record.sheet, answers } };
}

function drawnSpecification(index: number, seed: number): TableSpecification {
  const { pick, below } = drawsOf(seededRandomness(seed + index));
  const names = Object.keys(questions);
  const step = () => {
    const variable = pick(names);
    const base = pick(["answered", "valid"] as const);
    return { variable, codes: [pick(questions[variable] ?? [])], base };
  };
  const dimension = (): Dimension =>
    below(4) === 0
      ? { kind: "time", of: "start", step: "year" }
      : { kind: "question", variable: pick(names) };
  const measures: readonly (() => Measure)[] = [
    () => ({ kind: "frequencies", variable: pick([...names, "better"]) }),
    () => ({ kind: "frequencies", variable: "kind", group: "talk" }),
    () => ({ kind: "share", ...step() }),
    () => ({ kind: "mean-distinct", variable: "help", base: pick(["answered", "valid"]) }),
    () => ({ kind: "nested", steps: [step(), step()] }),
    () => ({ kind: "crossing", rows: dimension(), columns: [dimension(), dimension()] }),
  ];
  const measure = pick(measures)();
  const isClients = measure.kind === "frequencies" && measure.variable === "better";
  const within = isClients ? undefined : populations[below(populations.length)];
  const population = isClients ? "started" : pick(["started", "closed", "open"] as const);
  return { id: `drawn ${index}`, population, ...(within ? { within } : {}), measure };
}

async function countedIn(source: UnitSource, specifications: readonly TableSpecification[]) {
  const extract = await openUnitExtract(source, specifications);
  try {
    const tables = await tabulate(extract, specifications);
    return tables.map((table) => sorted(flatCounts(table.counts())));
  } finally {
    extract.close();
  }
}

test("cases of an earlier codebook are counted as if somebody had recoded them by hand", async () => {
  const draws = fc.record({
    seed: fc.integer(),
    cases: fc.integer({ min: 0, max: 60 }),
    unanswered: fc.constantFrom(0, 20, 60),
  });
  let numbers = 0;
  const property = fc.asyncProperty(draws, fc.nat(), async (draw, seed) => {
    const before = randomUnit(older, draw);
    const after = randomUnit(newest, { ...draw, seed: draw.seed + 1 });
    const renamed = after.records.map((record) => ({ ...record, id: `new-${record.id}` as never }));
    const specifications = Array.from({ length: 12 }, (_, index) =>
      drawnSpecification(index, seed),
    );
    const source = sourceOf([...before.records, ...renamed], before.clientAnswers, newest);
    const recoded = sourceOf(
      [...before.records.map(recordByHand), ...renamed.map(ownOfNewest)],
      before.clientAnswers.map((sealed) => ({
        ...sealed,
        codebook: "newest",
        answers: answersByHand(sealed.answers),
      })),
      recodedNewest,
    );
    const found = await countedIn({ ...source, versions: [older] }, specifications);
    const expected = await countedIn(
      recoded,
      specifications.map(({ within, ...each }) =>
        within ? { ...each, within: withinByHand(within) } : each,
      ),
    );
    for (const [index, specification] of specifications.entries()) {
      assert.deepEqual(found[index], expected[index], JSON.stringify(specification));
    }
    numbers += found.filter((table) => table.length > 0).length;
  });
  await fc.assert(property, { numRuns: 200 });
  assert.ok(numbers > 1200, `most tables hold numbers: ${numbers} of 2400`);
});
