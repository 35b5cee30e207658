import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseRecord } from "#registration";
import { openArrayCounter } from "./counting/array-counter.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { Band, Dimension, TableSpecification } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";
import { plainCrossing } from "./testing/plain-counts.ts";

async function crossed(cases: readonly CaseRecord[], variable: string, by: string) {
  return await dividedBy(cases, question(variable), question(by));
}

function question(variable: string, ...bands: readonly Band[]): Dimension {
  return { kind: "question", variable, ...(bands.length > 0 ? { bands } : {}) };
}

async function dividedBy(
  cases: readonly CaseRecord[],
  rows: Dimension,
  ...columns: readonly Dimension[]
) {
  const specification: TableSpecification = {
    id: "t",
    population: "started",
    measure: { kind: "crossing", rows, columns },
  };
  const extract = await openUnitExtract(sourceOf(cases), [specification], openArrayCounter());
  try {
    const [table] = await tabulate(extract, [specification]);
    return plainCrossing(table?.counts());
  } finally {
    extract.close();
  }
}

const cases = [
  caseOf("a", { sex: 1, help: [1, 40] }),
  caseOf("b", { sex: 1, help: [40] }),
  caseOf("c", { sex: 1, help: 98 }),
  caseOf("d", { sex: 2 }),
  caseOf("e", { sex: 98 }),
  caseOf("f"),
];

test("a case counts once in every cell that it belongs to, and each column has its own chain", async () => {
  const table = await crossed(cases, "sex", "help");
  assert.deepEqual(table.rows, [1, 2, 98]);
  assert.deepEqual(table.base, { eligible: 6, asked: 6, answered: 4, valid: 4 });
  const filled = table.columns.filter(({ counts }) => counts.some((count) => count > 0));
  assert.deepEqual(filled, [
    { codes: [1], base: { eligible: 1, asked: 1, answered: 1, valid: 1 }, counts: [1, 0, 0] },
    { codes: [40], base: { eligible: 2, asked: 2, answered: 2, valid: 2 }, counts: [2, 0, 0] },
    { codes: [98], base: { eligible: 1, asked: 1, answered: 1, valid: 1 }, counts: [1, 0, 0] },
    { codes: [null], base: { eligible: 3, asked: 3, answered: 1, valid: 1 }, counts: [0, 1, 1] },
  ]);
});

test("where one option may be chosen, the columns add up to the whole", async () => {
  const table = await crossed([...cases, caseOf("g", { sex: 7, help: [1] })], "help", "sex");
  assert.deepEqual(
    table.columns.map(({ codes }) => codes[0]),
    [1, 2, 98, null],
  );
  const total = table.columns.reduce((sum, { base }) => sum + base.eligible, 0);
  assert.equal(total, table.base?.eligible);
});

test("plain numbers have no options to be crossed", async () => {
  await assert.rejects(crossed(cases, "sex", "visits"), /no options/);
});

test("options in a band are one answer, and a case that gave several of them counts once", async () => {
  const helped = [
    caseOf("a", { sex: 1, help: [1, 2, 33, 70] }),
    caseOf("b", { sex: 1, help: [33, 70] }),
    caseOf("c", { sex: 1, help: 99 }),
  ];
  const bands = question("help", { code: 2, codes: [2, 33, 70] });
  const rows = await dividedBy(helped, bands);
  // The band stands where its first option stood, and the missing code has no row of its own.
  assert.deepEqual(rows.rows.slice(0, 3), [1, 2, 3]);
  assert.ok(!rows.rows.includes(33) && !rows.rows.includes(70));
  assert.deepEqual(rows.columns[0]?.counts.slice(0, 3), [1, 2, 0]);
  assert.deepEqual(rows.base, { eligible: 3, asked: 3, answered: 3, valid: 2 });
  const columns = await dividedBy(helped, question("sex"), bands);
  assert.deepEqual(
    columns.columns.flatMap(({ codes, counts }) => (counts[0] ? [[codes[0], counts[0]]] : [])),
    [
      [1, 1],
      [2, 2],
      [99, 1],
    ],
  );
});

test("bands of age are crossed like any options", async () => {
  const born = [
    caseOf("a", { sex: 1, age: 2003 }),
    caseOf("b", { sex: 2, age: 1990 }),
    caseOf("c", { sex: 2, age: 1950 }),
    caseOf("d", { sex: 2 }),
  ];
  const byAge = await dividedBy(born, question("sex"), question("age", { code: 2, codes: [2, 3] }));
  assert.deepEqual(
    byAge.columns.map(({ codes, counts }) => [codes[0], counts]),
    [
      [1, [1, 0, 0]],
      [2, [0, 2, 0]],
      [null, [0, 1, 0]],
    ],
  );
});

test("four ways list the combinations that have cases, in the order of their dimensions", async () => {
  const several = [
    caseOf("a", { sex: 1, age: 1990, help: [40, 2] }),
    caseOf("b", { sex: 1, help: [2] }),
    caseOf("c", { sex: 98, age: 1990 }),
  ];
  const year: Dimension = { kind: "time", of: "start", step: "year" };
  const table = await dividedBy(several, question("age"), question("help"), question("sex"), year);
  assert.deepEqual(
    table.columns.map(({ codes, counts }) => [codes, counts]),
    [
      [
        [2, 1, 2024],
        [0, 1, 0],
      ],
      [
        [40, 1, 2024],
        [0, 1, 0],
      ],
      [
        [null, 98, 2024],
        [0, 1, 0],
      ],
    ],
  );
  const [both] = table.columns;
  assert.deepEqual(both?.base, { eligible: 2, asked: 2, answered: 1, valid: 1 });
});
