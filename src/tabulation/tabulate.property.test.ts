import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Codebook, effectiveCodebook, type Variable } from "#codebook";
import type { CaseRecord } from "#registration";
import { openGrowingCounter } from "./counting/growing-counter.ts";
import { openUnitExtract, type UnitSource } from "./extract/unit-extract.ts";
import type { Counts, RawTable } from "./raw-table.ts";
import { tabulate, tabulateUnit } from "./tabulate.ts";
import { sourceOf } from "./testing/case-of.ts";
import { chainByHand, type Told, tellCase, tellClient } from "./testing/plain-recount.ts";
import { type Draw, randomUnit } from "./testing/random-unit.ts";
import { unitSpecifications } from "./unit-specifications.ts";

const found = effectiveCodebook("su-kvinnofrid-2021");
if (!found) throw new Error("the library lacks su-kvinnofrid-2021");
const codebook: Codebook = found;

const draws: fc.Arbitrary<Draw> = fc.record({
  seed: fc.integer(),
  cases: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 90 })),
  unanswered: fc.constantFrom(0, 5, 20, 60),
});

async function assertRecounted(
  draw: Draw,
  count: (source: UnitSource) => Promise<readonly RawTable[]>,
): Promise<void> {
  const { records, clientAnswers } = randomUnit(codebook, draw);
  const counted = await count(sourceOf(records, clientAnswers, codebook));
  const tables = new Map(counted.map((table) => [table.specification.id, table]));

  const told = records.map((record) => tellCase(codebook, record));
  const of = (variable: Variable, isClosedOnly: boolean): readonly Told[] =>
    variable.phase === "client"
      ? tellClient(codebook, records, clientAnswers, variable)
      : told.filter((_, index) => !isClosedOnly || isClosed(records[index])).map(get(variable.id));

  for (const variable of codebook.variables) {
    const among = of(variable, variable.phase === "after");
    assert.deepEqual(plain(tables.get(variable.id)), frequenciesByHand(variable, among));
  }
  for (const { id, variable: name, measure, population } of indicators()) {
    const variable = codebook.variables.find((each) => each.id === name);
    assert.ok(variable);
    const among = of(variable, population === "closed");
    const counted = measure.kind === "share" ? measure.codes : undefined;
    assert.deepEqual(plain(tables.get(id)), indicatorByHand(counted, among), id);
  }
  assert.deepEqual(plain(tables.get("cases started")), { cases: records.length });
  assert.deepEqual(plain(tables.get("cases closed")), {
    cases: records.filter(isClosed).length,
  });
}

test("every variable and indicator equals a recount in plain loops over the cases", async () => {
  const property = fc.asyncProperty(draws, (draw) => assertRecounted(draw, tabulateUnit));
  await fc.assert(property, { numRuns: 1000 });
});

test("and so it does when DuckDB counts", async () => {
  const property = fc.asyncProperty(draws, (draw) => assertRecounted(draw, tabulateInDuckdb));
  await fc.assert(property, { numRuns: 40 });
});

async function tabulateInDuckdb(source: UnitSource): Promise<readonly RawTable[]> {
  const specifications = unitSpecifications(codebook);
  const extract = await openUnitExtract(source, specifications, openGrowingCounter(0));
  try {
    return await tabulate(extract, specifications);
  } finally {
    extract.counter.close();
  }
}

/** The two with `within` ask for V16 = 1, which is V17's own condition. */
function indicators() {
  assert.deepEqual(
    codebook.indicators.filter(({ within }) => within).map(({ id }) => id),
    ["interventions-per-case", "housing-intervention", "decisive-among-improved"],
  );
  return codebook.indicators.filter(({ id }) => id !== "decisive-among-improved");
}

function frequenciesByHand(variable: Variable, among: readonly Told[]) {
  const bands = variable.id === "V02" ? [1, 2, 3, 4, 5] : [];
  const options = [...bands, ...variable.options.map(({ code }) => code)];
  const missing = variable.missing.map(({ code }) => code as number);
  const seen = new Set(among.flatMap(({ codes }) => codes));
  const extra = [97, 98, 99].filter((code) => seen.has(code) && !missing.includes(code));
  const rows = [...options, ...missing, ...extra].map((code) => ({
    code,
    count: among.filter(({ codes }) => codes.includes(code)).length,
  }));
  return { base: chainByHand(among), rows };
}

function indicatorByHand(codes: readonly number[] | undefined, among: readonly Told[]) {
  const answered = among.filter(({ step }) => step === "answered" || step === "valid");
  const base = chainByHand(among);
  const denominator = answered.length;
  if (codes) {
    const hits = answered.filter((told) => told.codes.some((code) => codes.includes(code)));
    return { base, numerator: hits.length, denominator };
  }
  let total = 0;
  for (const { step, codes } of answered) if (step === "valid") total += codes.length;
  return { base, total, denominator };
}

/** The counts without what is tested elsewhere: the intervals. */
function plain(table: RawTable | undefined) {
  const counts: Counts | undefined = table?.counts();
  switch (counts?.kind) {
    case "cases":
      return { cases: counts.cases };
    case "frequencies":
      return { base: counts.base, rows: counts.rows.map(({ code, count }) => ({ code, count })) };
    case "share": {
      const { base, numerator, denominator } = counts;
      return { base, numerator, denominator };
    }
    case "mean-distinct": {
      const { base, total, denominator } = counts;
      return { base, total, denominator };
    }
  }
}

function get(id: string) {
  return (told: ReadonlyMap<string, Told>): Told => {
    const found = told.get(id);
    assert.ok(found);
    return found;
  };
}

function isClosed(record: CaseRecord | undefined): boolean {
  return record?.state === "closed";
}
