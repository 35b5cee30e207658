import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { unitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { Counts } from "./raw-table.ts";
import type { Measure, TableSpecification } from "./table-specification.ts";
import { tabulate, tabulateUnit } from "./tabulate.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";

async function count(
  cases: readonly CaseRecord[],
  measure: Measure,
  more: Partial<TableSpecification> = {},
): Promise<Counts> {
  const specification: TableSpecification = { id: "t", population: "started", ...more, measure };
  const extract = await openUnitExtract(sourceOf(cases), [specification]);
  try {
    const [table] = await tabulate(extract, [specification]);
    assert.ok(table);
    return table.counts();
  } finally {
    extract.close();
  }
}

async function rowsOf(cases: readonly CaseRecord[], measure: Measure) {
  const counts = await count(cases, measure);
  assert.equal(counts.kind, "frequencies");
  const told = counts.rows.filter((row) => row.count > 0).map((row) => [row.code, row.count]);
  return { base: counts.base, told };
}

test("each case stands at one step of the chain, and every step holds those after it", async () => {
  const cases = [
    caseOf("not asked", { sex: 2 }),
    caseOf("phase not begun", { sex: 1 }),
    caseOf("asked, no answer", { sex: 1, visits: 3 }),
    caseOf("no information", { sex: 1, help: 98 }),
    caseOf("does not know", { sex: 1, help: 99 }),
    caseOf("answered", { sex: 1, help: [1, 33, 70] }),
    caseOf("condition not known yet", { help: [1] }),
  ];
  const { base, told } = await rowsOf(cases, { kind: "frequencies", variable: "help" });
  assert.deepEqual(base, { eligible: 5, asked: 4, answered: 2, valid: 1 });
  assert.deepEqual(told, [
    [1, 1],
    [33, 1],
    [70, 1],
    [98, 1],
    [99, 1],
  ]);
});

test("birth years are counted in the bands of the age at the case's start", async () => {
  const born = [2006, 2000, 1999, 1960, 1959].map((age, index) => caseOf(`c${index}`, { age }));
  const { told } = await rowsOf(born, { kind: "frequencies", variable: "age" });
  assert.deepEqual(told, [
    [1, 2],
    [2, 2],
    [3, 1],
  ]);
});

test("plain numbers have a chain and no options", async () => {
  const cases = [caseOf("a", { visits: 3 }), caseOf("b")];
  const { base, told } = await rowsOf(cases, { kind: "frequencies", variable: "visits" });
  assert.deepEqual(base, { eligible: 2, asked: 1, answered: 1, valid: 1 });
  assert.deepEqual(told, []);
});

test("a stored code that the codebook does not have is answered, and no valid answer", async () => {
  const { base, told } = await rowsOf([caseOf("a", { sex: 7 })], {
    kind: "frequencies",
    variable: "sex",
  });
  assert.deepEqual(base, { eligible: 1, asked: 1, answered: 1, valid: 0 });
  assert.deepEqual(told, []);
});

test("a share counts a case once, however many of its answers fit", async () => {
  const helped = (codes: readonly number[]) => caseOf(codes.join(), { sex: 1, help: codes });
  const cases = [helped([1, 2]), helped([2]), helped([3]), caseOf("unknown", { sex: 1, help: 99 })];
  const share = { kind: "share", variable: "help", codes: [1, 2] } as const;
  const answered = await count(cases, { ...share, base: "answered" });
  assert.ok(answered.kind === "share");
  assert.deepEqual([answered.numerator, answered.denominator], [2, 4]);
  const valid = await count(cases, { ...share, base: "valid" });
  assert.ok(valid.kind === "share");
  assert.deepEqual([valid.numerator, valid.denominator], [2, 3]);
});

test("a mean is of distinct options per case; an unknown answer adds nothing to the sum", async () => {
  const cases = [
    caseOf("a", { sex: 1, help: [1, 2, 2, 40] }),
    caseOf("b", { sex: 1, help: [5] }),
    caseOf("c", { sex: 1, help: 99 }),
  ];
  const mean = await count(cases, { kind: "mean-distinct", variable: "help", base: "answered" });
  assert.ok(mean.kind === "mean-distinct");
  assert.deepEqual([mean.total, mean.denominator], [4, 3]);
  assert.deepEqual(mean.distribution, [
    { distinct: 0, cases: 1 },
    { distinct: 1, cases: 1 },
    { distinct: 3, cases: 1 },
  ]);
});

test("cases outside «within», or of which it is not known, are in no number at all", async () => {
  const cases = [
    caseOf("a", { sex: 1, visits: 1 }),
    caseOf("b", { sex: 2, visits: 1 }),
    caseOf("c"),
  ];
  const within = { within: { answer: "sex", in: [1] } };
  const visits = { kind: "frequencies", variable: "visits" } as const;
  const counts = await count(cases, visits, within);
  assert.ok(counts.kind === "frequencies");
  assert.deepEqual(counts.base, { eligible: 1, asked: 1, answered: 1, valid: 1 });
  assert.deepEqual(await count(cases, { kind: "cases" }, within), { kind: "cases", cases: 1 });
});

test("the rows of a repeat group can be counted instead of cases", async () => {
  const cases = [
    caseOf("a", {}, { talks: [1, 1, 3], state: "closed" }),
    caseOf("b", {}, { talks: [1] }),
    caseOf("c"),
  ];
  const kinds = { kind: "frequencies", variable: "kind", group: "talk" } as const;
  const { base, told } = await rowsOf(cases, kinds);
  assert.deepEqual(base, { eligible: 4, asked: 4, answered: 4, valid: 4 });
  assert.deepEqual(told, [
    [1, 3],
    [3, 1],
  ]);
  const closed = await count(cases, kinds, { population: "closed" });
  assert.ok(closed.kind === "frequencies");
  assert.equal(closed.base.valid, 3);
});

test("an empty unit has tables of noughts, without intervals", async () => {
  for (const table of await tabulateUnit(sourceOf([]))) {
    const counts = table.counts();
    if (counts.kind === "cases") assert.equal(counts.cases, 0);
    else assert.deepEqual(counts.base, { eligible: 0, asked: 0, answered: 0, valid: 0 });
    if (counts.kind === "frequencies") {
      assert.ok(counts.rows.every((row) => row.count === 0 && row.interval === null));
    }
  }
});

test("a table that asks for what the extract does not have is a bug", async () => {
  const unknown: Measure[] = [
    { kind: "frequencies", variable: "nothing" },
    { kind: "frequencies", variable: "kind" },
    { kind: "frequencies", variable: "kind", group: "nothing" },
  ];
  for (const measure of unknown) await assert.rejects(count([], measure), /the extract has no/);
});

test("a case of another unit is never counted", async () => {
  const stranger = { ...caseOf("a"), unit: unitId("unit-2") };
  await assert.rejects(tabulateUnit(sourceOf([stranger])), /another unit/);
});

test("a raw table's numbers reach neither JSON nor a log", async () => {
  const [table] = await tabulateUnit(sourceOf([caseOf("a"), caseOf("b"), caseOf("c")]));
  assert.ok(table);
  assert.throws(() => JSON.stringify({ table }), /shown to nobody/);
  assert.ok(!inspect(table, { depth: 9, showHidden: true }).includes("3"));
});
