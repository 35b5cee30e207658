import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseRecord } from "#registration";
import { openArrayCounter } from "./counting/array-counter.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { TableSpecification } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";
import { plain } from "./testing/plain-counts.ts";

async function crossed(cases: readonly CaseRecord[], variable: string, by: string) {
  const specification: TableSpecification = {
    id: "t",
    population: "started",
    measure: { kind: "crossing", variable, by },
  };
  const extract = await openUnitExtract(sourceOf(cases), [specification], openArrayCounter());
  try {
    const [table] = await tabulate(extract, [specification]);
    return plain(table);
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
  assert.ok(table && "columns" in table);
  assert.deepEqual(table.rows, [1, 2, 98]);
  assert.deepEqual(table.base, { eligible: 6, asked: 6, answered: 4, valid: 4 });
  const filled = table.columns.filter(({ counts }) => counts.some((count) => count > 0));
  assert.deepEqual(filled, [
    { code: 1, base: { eligible: 1, asked: 1, answered: 1, valid: 1 }, counts: [1, 0, 0] },
    { code: 40, base: { eligible: 2, asked: 2, answered: 2, valid: 2 }, counts: [2, 0, 0] },
    { code: 98, base: { eligible: 1, asked: 1, answered: 1, valid: 1 }, counts: [1, 0, 0] },
    { code: null, base: { eligible: 3, asked: 3, answered: 1, valid: 1 }, counts: [0, 1, 1] },
  ]);
});

test("where one option may be chosen, the columns add up to the whole", async () => {
  const table = await crossed([...cases, caseOf("g", { sex: 7, help: [1] })], "help", "sex");
  assert.ok(table && "columns" in table);
  assert.deepEqual(
    table.columns.map(({ code }) => code),
    [1, 2, 98, null],
  );
  const total = table.columns.reduce((sum, { base }) => sum + base.eligible, 0);
  assert.equal(total, table.base?.eligible);
});

test("plain numbers have no options to be crossed", async () => {
  await assert.rejects(crossed(cases, "sex", "visits"), /no options/);
});
